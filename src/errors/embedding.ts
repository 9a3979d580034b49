import { kind, type Needs } from './kind.js';

/** Models, and the process that has them. */
export const EMBEDDING_ERRORS = {
  'embedding-closed': kind(1, () => `Newsdesk is stopping. Ask again once it runs.`),
  'embedding-failed': kind(
    1,
    ({ reason }: Needs<'reason'>) =>
      `The text could not be embedded (${reason}). Try again; if it happens again, look whether memory is short.`,
  ),
  'model-broken': kind(
    1,
    ({
      model,
      folder,
      reason,
      setting = 'NEWSDESK_MODEL',
    }: Needs<'model' | 'folder' | 'reason'> & { readonly setting?: string }) =>
      `The model ${model} in ${folder} can't be loaded (${reason}). Put its files there again, or take ${setting} out of the settings to use the model that comes with Newsdesk.`,
  ),
  'model-missing': kind(
    1,
    ({
      model,
      file,
      files,
      folder,
      reason,
      setting = 'NEWSDESK_MODEL',
    }: Needs<'model' | 'file' | 'files' | 'folder' | 'reason'> & { readonly setting?: string }) =>
      `The model ${model} is not here and can't be fetched from the model hub (${reason}). Missing: ${file}. Put its files (${files}) into ${folder}, or take ${setting} out of the settings to use the model that comes with Newsdesk.`,
  ),
};
