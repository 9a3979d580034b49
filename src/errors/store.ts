import { kind, type Needs } from './kind.js';

/** The data folder, and the backups of it. */
export const STORE_ERRORS = {
  'backup-exists': kind(
    2,
    ({ file }: Needs<'file'>) =>
      `There is something else at ${file} already. Name a new file for the backup.`,
  ),
  'backup-invalid': kind(
    1,
    ({ file, reason }: Needs<'file' | 'reason'>) =>
      `${file} is not a backup that can be restored: ${reason}. Name a file that "newsdesk backup" wrote.`,
  ),
  'backup-not-found': kind(
    2,
    ({ file }: Needs<'file'>) =>
      `There is no file ${file} to restore. Check the spelling, or name another that "newsdesk backup" wrote.`,
  ),
  'collection-invalid': kind(
    2,
    ({ collection }: Needs<'collection'>) =>
      `"${collection}" is no server's id. Give the digits that Discord shows with "Copy Server ID", or "shared".`,
  ),
  'store-corrupt': kind(
    1,
    ({ file, reason }: Needs<'file' | 'reason'>) =>
      `${file} is damaged (${reason}). Bring back a copy with "newsdesk restore FILE", or move the file away and index the articles again.`,
  ),
  'store-dims': kind(
    1,
    ({ model, stored, given }: Needs<'model' | 'stored' | 'given'>) =>
      `The vectors of ${model} have ${stored} dimensions here, and the model now gives ${given}. Put the model's own files back, or use another data folder.`,
  ),
  'store-full': kind(
    1,
    ({ file }: Needs<'file'>) =>
      `The disk is full, so that ${file} can't be written. Make room and run it again; what was there before is kept.`,
  ),
  'store-locked': kind(
    1,
    ({ file }: Needs<'file'>) =>
      `Another program holds ${file}. Wait until it has finished, and run it again.`,
  ),
  'store-newer': kind(
    1,
    ({ file, schema, known }: Needs<'file' | 'schema' | 'known'>) =>
      `${file} was written by a newer Newsdesk (schema ${schema}, this one knows ${known}). Update Newsdesk, or use another data folder.`,
  ),
  'store-read-only': kind(
    1,
    ({ file }: Needs<'file'>) =>
      `${file} can't be written. Check who owns it and whether its folder may be written, or name another folder with NEWSDESK_DATA_DIR.`,
  ),
  'store-unopenable': kind(
    1,
    ({ file, reason }: Needs<'file' | 'reason'>) =>
      `${file} can't be opened: ${reason}. Check that its folder exists and may be read and written, or name another with NEWSDESK_DATA_DIR.`,
  ),
};
