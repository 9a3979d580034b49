import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../../dist/src/config.js';
import { createLog } from '../../dist/src/log.js';
import { openNewsdesk } from '../../dist/src/open.js';

/** Newsdesk as it comes: files in a folder, read, split, embedded and kept by it. Favoured, it has no reader. */
export async function open({ folder, favoured }) {
  const files = path.join(folder, 'files');
  await mkdir(files, { recursive: true });
  const config = readConfig({
    NEWSDESK_DATA_DIR: path.join(folder, 'index'),
    ...(favoured ? { NEWSDESK_READER: 'off' } : {}),
  });
  const newsdesk = await openNewsdesk(config, { log: createLog('error') });
  const fileOf = (source) => path.join(files, `${source}.md`);
  const write = ({ source, title, text }) =>
    writeFile(fileOf(source), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`);
  return {
    async prepare(documents) {
      for (const document of documents) await write(document);
    },
    async index() {
      await newsdesk.index([files]);
    },
    async update(document) {
      await write(document);
      await newsdesk.index([files]);
    },
    async save() {},
    async ask(question) {
      const { answer, passages } = await newsdesk.ask(question, { scope: ['shared'] });
      return passages.map(({ source, text }, at) => ({
        source: path.basename(source, '.md'),
        shown: at > 0 || answer === null ? text : answer.text,
      }));
    },
    close: () => newsdesk.close(),
  };
}
