import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../src/store/store.js';
import { HARBOUR, HARBOUR_TITLE, harbourMarkdown, harbourPage } from './articles/harbour.js';
import { makePdf } from './articles/kinds/pdf/maker.js';
import { typesetPdf } from './articles/kinds/pdf/typesetter.js';
import { ARTICLE_FILE, ARTICLE_PARAGRAPHS, fixture } from './articles/putin.js';
import { openTestNewsdesk, type TestNewsdesk } from './support/newsdesk.js';

const KINDS = { text: '100000000000000001', html: '100000000000000002', pdf: '100000000000000003' };

const { answerable } = JSON.parse(
  await readFile(new URL('answering/seed-questions.json', import.meta.url), 'utf8'),
) as { answerable: { question: string }[] };

describe('an article as text, as a saved web page and as PDF', () => {
  let test: TestNewsdesk;

  beforeAll(async () => {
    // The stray headline, which is a heading in the text alone, makes one answer surer than the others.
    test = await openTestNewsdesk({ minConfidence: 0 });
    const pdf = path.join(test.files, 'putin-north-korea.pdf');
    await writeFile(pdf, await makePdf(ARTICLE_PARAGRAPHS));
    // A heading is read before what stands under it, and the article as text has none there.
    const page = await readFile(fixture('news-page.html'), 'utf8');
    const html = path.join(test.files, 'news-page.html');
    await writeFile(html, page.replace(/<h2[^>]*>A parade, a concert and a church<\/h2>/, ''));
    const files = { text: ARTICLE_FILE, html, pdf };
    for (const [kind, file] of Object.entries(files)) {
      const collection = KINDS[kind as keyof typeof KINDS];
      // The title is embedded with every sentence; the page has another than the file's name.
      await test.newsdesk.index([file], { collection, title: 'Putin North Korea' });
    }
  });
  afterAll(() => test.end());

  it.each(answerable)('gives the same sentence to "$question"', async ({ question }) => {
    const answers = await Promise.all(
      Object.values(KINDS).map(async (collection) => {
        const { answer } = await test.newsdesk.ask(question, { scope: scopeOf(collection) });
        return answer?.text.replace(/\s+/g, ' ') ?? 'refused';
      }),
    );
    expect(new Set(answers), answers.join(' | ')).toHaveLength(1);
  });
});

const HARBOUR_KINDS = {
  markdown: '100000000000000011',
  html: '100000000000000012',
  pdf: '100000000000000013',
  boldPdf: '100000000000000014',
};

describe('a structured document as Markdown, as a web page and as PDF', () => {
  let test: TestNewsdesk;

  beforeAll(async () => {
    test = await openTestNewsdesk({ minConfidence: 0 });
    const files = {
      markdown: ['harbour.md', harbourMarkdown()],
      html: ['harbour.html', harbourPage()],
      pdf: ['harbour.pdf', await typesetPdf(HARBOUR_TITLE, HARBOUR)],
      boldPdf: [
        'harbour-bold.pdf',
        await typesetPdf(HARBOUR_TITLE, HARBOUR, { headings: 'bold', cellLetters: 22 }),
      ],
    } as const;
    for (const [kind, [name, content]] of Object.entries(files)) {
      const file = path.join(test.files, name);
      await writeFile(file, content);
      const collection = HARBOUR_KINDS[kind as keyof typeof HARBOUR_KINDS];
      await test.newsdesk.index([file], { collection });
    }
  });
  afterAll(() => test.end());

  it.each([
    ['What does a cutter pay for the season?', '480 crowns'],
    ['How much is a week for a schooner?', '95 crowns'],
    ['Who drives the crane?', 'Ute Behn'],
    ['Until when is music allowed on Saturdays?', 'midnight'],
    ['Where are fires lit?', 'stone ring'],
  ])('gives the same answer to "%s"', async (question, words) => {
    const answers = await Promise.all(
      Object.values(HARBOUR_KINDS).map(async (collection) => {
        const scope = [collection];
        const { answer, confidence } = await test.newsdesk.ask(question, { scope });
        return { text: answer?.text, confidence: Math.round(confidence * 1000) };
      }),
    );
    expect(answers[0]?.text).toContain(words);
    expect(answers).toEqual(answers.map(() => answers[0]));
  });
});
