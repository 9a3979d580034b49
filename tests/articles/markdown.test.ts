import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/articles/markdown.js';
import { readBytes } from '../../src/articles/read.js';

describe('front matter', () => {
  it('gives title, author, date, language, site and address, and is not text', () => {
    const article = readMarkdown(
      [
        '---',
        'title: "A visit: day one"',
        'authors: [Hannah Okafor, { name: Li Wen }]',
        'date: 2024-06-18',
        'lang: en-gb',
        'publisher: The Post',
        'canonical_url: https://example.com/visit',
        'draft: false',
        '---',
        '',
        'He came on Tuesday.',
      ].join('\n'),
    );
    expect(article).toEqual({
      title: 'A visit: day one',
      author: 'Hannah Okafor, Li Wen',
      publishedAt: '2024-06-18',
      language: 'en-GB',
      site: 'The Post',
      url: 'https://example.com/visit',
      text: 'He came on Tuesday.',
      blocks: [{ kind: 'paragraph', start: 0, end: 19 }],
    });
  });

  it.each([
    ['two rules', '---\nJust words.\n---\nMore words.'],
    ['no end', '---\ntitle: x\n\nMore words.'],
    ['broken YAML', '---\ntitle: [x\n---\nMore words.'],
  ])('is not found in %s', (_what, markdown) => {
    const { text, title } = readMarkdown(markdown);
    expect(text).toContain('More words.');
    expect(title).not.toBe('[x');
  });

  it('takes no address but http and https', () => {
    expect(readMarkdown('---\nurl: javascript:alert(1)\n---\nx').url).toBeUndefined();
  });
});

describe('the title', () => {
  it('is the first heading, which the text does not repeat', () => {
    expect(readMarkdown('# A *big* visit\n\nHe came.\n\n## Day two\n\nHe left.')).toMatchObject({
      title: 'A big visit',
      text: 'He came.\n\nDay two\n\nHe left.',
    });
  });

  it("is the front matter's where both are there", () => {
    const article = readMarkdown('---\ntitle: Front\n---\n# Heading\n\nHe came.');
    expect(article).toMatchObject({ title: 'Front', text: 'Heading\n\nHe came.' });
  });
});

describe('Markdown as text', () => {
  it.each([
    ['joins the lines of a paragraph', 'He came\non Tuesday.', 'He came on Tuesday.'],
    ['keeps hard line breaks', 'one  \ntwo', 'one\ntwo'],
    ['drops the marks of emphasis', '**He** _came_ ~~late~~.', 'He came late.'],
    [
      'keeps the words of links',
      'See [the *plan*](http://x.example "t") <http://y.example>.',
      'See the plan http://y.example.',
    ],
    [
      'keeps the words of reference links',
      'See [the plan][1].\n\n[1]: http://x.example',
      'See the plan.',
    ],
    ['drops pictures', 'Before ![a map](map.png) after.', 'Before after.'],
    ['keeps lists', '* one\n* two\n  * a\n  * b', '- one\n- two\n  - a\n  - b'],
    ['keeps numbered lists', '3. three\n4. four', '3. three\n4. four'],
    ['keeps quotes', '> He said:\n> yes.', 'He said: yes.'],
    ['keeps code', '```js\nlet a = 1;\n```\n\nand `b`', 'let a = 1;\n\nand b'],
    ['keeps tables', '| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
    ['drops rules', 'one\n\n---\n\ntwo', 'one\n\ntwo'],
    [
      'drops tags and comments',
      '<div align="center">\n<b>Bold</b>\n</div>\n\n<!-- hidden -->',
      'Bold',
    ],
    ['keeps notes at their place', 'He came.[^1]\n\n[^1]: By train.', 'He came.\n\nBy train.'],
    ['reads entities', 'Q&amp;A &copy; 2024', 'Q&A © 2024'],
  ])('%s', (_what, markdown, text) => {
    expect(readMarkdown(markdown).text).toBe(text);
  });

  it('is the same for a file that is read in parts', () => {
    const fenced = '```\n\n' + 'code\n\n'.repeat(10_000) + '```\n\n';
    const prose = 'He *came*.\n\n'.repeat(5_000);
    const { text } = readMarkdown(`# Title\n\n${fenced}${prose}`);
    expect(text.includes('*')).toBe(false);
    expect(text.includes('```')).toBe(false);
    expect(text.match(/He came\./g)).toHaveLength(5_000);
  });

  it('is left as it is written where nesting would take for ever', () => {
    const nested = `${'> '.repeat(20_000)}word`;
    const started = Date.now();
    expect(readMarkdown(nested).text).toContain('word');
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});

it.each([
  ['spaces', `a${' '.repeat(500_000)}b`],
  ['line ends', `a${'\n'.repeat(100_000)}b`],
  ['open comments', '<!--'.repeat(50_000)],
  ['rules', '---\n'.repeat(10_000)],
])('is quick with very many %s', (_what, markdown) => {
  const started = Date.now();
  readMarkdown(markdown);
  expect(Date.now() - started).toBeLessThan(15_000);
});

describe('a heading after an introduction', () => {
  it.each(['## What is /i for?', '### Which version do I need?'])(
    'heads its part, and is not the title: %s',
    async (heading) => {
      const text = `What people ask of the reader.\n\n${heading}\n\nIt is the view.\n`;
      const article = await readBytes(Buffer.from(text), { name: 'faq.md', source: '/faq.md' });
      expect(article.title).toBe('Faq');
      expect(article.text).toContain(heading.replace(/^#+ /, ''));
    },
  );
});
