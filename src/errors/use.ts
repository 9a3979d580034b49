import { kind, type Needs } from './kind.js';

/** Settings, and options of the command line. */
export const USE_ERRORS = {
  'evaluation-file-unreadable': kind(
    1,
    ({ file, reason }: Needs<'file' | 'reason'>) =>
      `${file} can't be evaluated: ${reason}. It must be JSON in the format of SQuAD, or of documents, pages of questions, weeks of news or labelled web pages as docs/evaluation.md describes them.`,
  ),
  'watch-needs-folder': kind(
    2,
    ({ source }: Needs<'source'>) =>
      `${source} is no folder, and only folders can be watched. Index the file with "newsdesk index".`,
  ),
  'http-unusable': kind(
    1,
    ({ address, reason }: Needs<'address' | 'reason'>) =>
      `Health can't be served at ${address}: ${reason}. Set NEWSDESK_HTTP to a free port, or leave it empty.`,
  ),
  'setting-invalid': kind(
    2,
    ({ name, value, allowed }: Needs<'name' | 'value' | 'allowed'>) =>
      `${name} is ${value}, which is not allowed. It has to be ${allowed}; take the line out of .env to use the default.`,
  ),
  'title-needs-one-source': kind(
    2,
    ({ count }: Needs<'count'>) =>
      `--title names one article, and these are ${count}. Index them one by one, or leave --title out.`,
  ),
};
