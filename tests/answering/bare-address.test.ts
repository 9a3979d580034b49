import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED } from '../../src/store/store.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const FILES = {
  'zipline.md':
    '# Zipline\n\nZipline copies a folder to another machine and keeps both the same. It was written by Livia Fenn in 2021.\n\n- https://zipline.example/zipline/faq\n- https://zipline.example/zipline/download\n',
  'about.md':
    '# About Lanternhub\n\nLanternhub tells other programs at once that a feed has changed. It was begun by Aldo Brisk.\n\nLanternhub: https://lanternhub.example/lanternhub\n\nSee www.lanternhub.example/docs/lanternhub.html\n',
  'quillet.md':
    '# Quillet notes\n\nQuillet folds maps by itself and was drawn by Mara Solt in 2019.\n\n## Links\n\n- https://quillet.example/quillet/faq\n- https://quillet.example/quillet/what-is\n',
  'tidebox.txt':
    'The Tidebox\n\nThe Tidebox opens and shuts the lock by itself, because nobody wants to get up at four in the morning.\n\nPath: /opt/tidebox/bin/tidebox\nMail: tidebox@tidebox.example\n',
};

describe('an address that repeats the name asked for', () => {
  let test: TestNewsdesk;
  beforeAll(async () => {
    test = await openTestNewsdesk();
    for (const [name, text] of Object.entries(FILES)) {
      const file = path.join(test.files, name);
      await writeFile(file, text);
      await test.newsdesk.index([file]);
    }
  });
  afterAll(() => test.end());

  it.each([
    ['What is Zipline?', 'Zipline copies a folder'],
    ['Who wrote Zipline?', 'Livia Fenn'],
    ['What is Quillet?', 'Quillet folds maps'],
    ['What is Lanternhub?', 'Lanternhub tells other programs'],
    ['Why was the Tidebox made?', 'nobody wants to get up'],
    ['Where is the FAQ of Zipline?', 'https://zipline.example/zipline/faq'],
    ['What is the mail address of the Tidebox?', 'tidebox@tidebox.example'],
  ])('answers only if an address is asked for: %s', async (question, says) => {
    const { answer } = await test.newsdesk.ask(question, { scope: [SHARED] });
    expect(answer?.text).toContain(says);
  });
});
