import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/articles/document.js';

const TITLE = 'Amsel Brewery opens a second cellar in Kelby';
const TEXT =
  'KELBY, 4 May 2026 – Amsel Brewery opened its second cellar on Monday. It holds 400 barrels and cost 2.1 million crowns.';
const QUOTE = '"We had no room left," said Mirela Quaye, who runs the brewery.';
const ABOUT = 'Founded in 1887, Amsel Brewery sells 4.2 million litres of beer a year.';
const CONTACT = 'Contact: Tomas Orr, press@amsel.example';

const asText = (end: string) =>
  ['FOR IMMEDIATE RELEASE', TITLE, TEXT, QUOTE, end, `About Amsel\n${ABOUT}`, CONTACT].join('\n\n');
const asPage = (end: string) =>
  `<!doctype html><html lang="en"><title>${TITLE}</title><body><article><p>FOR IMMEDIATE RELEASE</p><h1>${TITLE}</h1><p>${TEXT}</p><p>${QUOTE}</p><p style="text-align:center"><strong>${end}</strong></p><h2>About Amsel</h2><p>${ABOUT}</p><p>${CONTACT}</p></article></body></html>`;

describe('a press release', () => {
  it.each([
    ['release.txt', asText('###')],
    ['release.txt', asText('-30-')],
    ['release.txt', asText('ENDS')],
    ['release.md', asText('\\# # #')],
    ['release.md', asText('– ENDS –')],
    ['release.html', asPage('###')],
    ['release.html', asPage('–30–')],
    ['release.html', asPage('- ends -')],
  ])('answers with nothing but what it says: %s', async (name, content) => {
    const document = await openDocument(Buffer.from(content), { name, source: name });
    if (document.kind !== 'article') throw new Error('a feed');
    const { title, text, blocks } = document.article;
    expect(title).toBe(TITLE);
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
    const said = paragraphs.map(({ start, end }) => text.slice(start, end));
    expect(said).toEqual([TEXT, QUOTE, expect.stringContaining(ABOUT), CONTACT]);
    const headings = blocks.filter(({ kind }) => kind === 'heading');
    for (const { start, end } of headings) {
      expect(text.slice(start, end)).toMatch(/^(?:About Amsel|Amsel Brewery opens .*)$/);
    }
  });
});

describe('the headline of a press release', () => {
  it.each([
    '***FOR IMMEDIATE RELEASE***\n\nContact: Dag Hollis',
    'FOR IMMEDIATE RELEASE\nMedia contact: Ruth Eames, 555-0142',
    'Pressekontakt: Signe Dahl, presse@amsel.example',
    'Rückfragen an: Signe Dahl',
  ])('stands below whom to ask: %j', async (above) => {
    const content = [above, TITLE, TEXT, QUOTE].join('\n\n');
    const document = await openDocument(Buffer.from(content), { name: 'a.txt', source: 'a.txt' });
    expect(document.kind === 'article' && document.article.title).toBe(TITLE);
  });

  it('may begin with a contact', async () => {
    const content = `Contact with the ferry was lost for an hour\n\n${TEXT}`;
    const document = await openDocument(Buffer.from(content), { name: 'a.txt', source: 'a.txt' });
    expect(document.kind === 'article' && document.article.title).toMatch(/^Contact with/);
  });
});
