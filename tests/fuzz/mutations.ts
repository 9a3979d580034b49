import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE_DIR } from '../../src/version.js';
import {
  ASCIIDOC,
  CSV,
  EMAIL,
  EPUB,
  JSON_LINES,
  ODT,
  RST,
  SRT,
  VTT,
} from '../articles/kinds/samples.js';
import { makePdf } from '../articles/kinds/pdf/maker.js';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PARAGRAPHS = [
  'The mill of Dornach was built by the carpenter Emil Rast in 1702. It ground rye until 1911.',
  'Mr. Low said: "We will see!" and left at 5 p.m. for St. Louis, where he lived (No. 7, High St.).',
  'Share on Facebook Tweet this\n\nSign up for our newsletter\n\n12 comments',
];

const MARKDOWN = `---\ntitle: The mill\ndate: 2021-03-04\n---\n# The mill\n\n${PARAGRAPHS.join('\n\n')}\n\n- one\n- two\n  1. three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted [link](https://a.example "t") \`code\` <b>html</b>\n`;

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Mills</title>${PARAGRAPHS.map(
  (text, n) =>
    `<item><title>No. ${n}</title><guid>${n}</guid><link>https://a.example/${n}</link><content:encoded><![CDATA[<p>${text}</p><p>${text}</p><p>${text}</p><p>${text}</p>]]></content:encoded></item>`,
).join('')}</channel></rss>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Mills',
  items: PARAGRAPHS.map((text, id) => ({ id, title: text.slice(0, 20), content_text: text })),
});

/** One sound document of each kind. */
export async function samples(): Promise<Sample[]> {
  const page = path.join(PACKAGE_DIR, 'tests', 'articles', 'fixtures', 'news-page.html');
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) });
  return [
    { name: 'page.html', bytes: readFileSync(page) },
    text('mill.md', MARKDOWN),
    text('feed.xml', RSS),
    text('feed.json', JSON_FEED),
    text('cafe.eml', EMAIL),
    text('harbour.srt', SRT),
    text('bus.vtt', VTT),
    text('stations.csv', CSV),
    text('mills.jsonl', JSON_LINES),
    text('tides.rst', RST),
    text('pump.adoc', ASCIIDOC),
    { name: 'keepers.epub', bytes: EPUB },
    { name: 'minutes.odt', bytes: ODT },
    text('mill.txt', PARAGRAPHS.join('\n\n')),
    {
      name: 'mill.pdf',
      bytes: await makePdf(PARAGRAPHS.slice(0, 2), { title: 'The mill', heading: 'Mill' }),
    },
  ];
}

/** What opens, closes, repeats or joins in one format or another. */
const TOKENS = [
  ...Array.from('<>[](){}*_`#|"\'&\\~-=!:.,; \n\t0a\0'),
  ...['<div>', '</div>', '<p>', '<!--', '<script>', '<table><tr>', '<b><i>', '<svg>', '&#x41;'],
  ...['](', '![', '> ', '- ', '1. ', '***', '```', '||', '\n\n', '\r\n', 'x ', 'A. ', '. "'],
  ...['\u200d', '\u0301', '\u202e', '\ufeff', '👩‍👩‍👧', 'é', '日', '« ', '… ', '[[', '{"a":', '<<'],
  ...['.. ', '::\n\n    ', '+---+', '|===\n', '* - ', '----\n', ' --> ', ':a: ', '/>'],
  ...['<item>', '<![CDATA[', ']]>', 'obj\n', 'stream\n', 'BT (a) Tj ET ', '/Kids [', '%PDF-'],
];

const LONGEST = 200_000;

/** Nothing but prose, as long as the longest that is made: what takes much longer is slow by its form. */
export const SOUND: Sample = {
  name: 'mill.md',
  bytes: Buffer.from(`${PARAGRAPHS.join('\n\n')}\n\n`.repeat(1_000)).subarray(0, LONGEST),
};

/** The generator of Park and Miller: the same numbers for the same seed on every machine. */
export function random(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** The document with a few of its bytes changed, cut out, repeated or joined by others. */
export function mutate(all: readonly Sample[], next: (below: number) => number): Sample {
  const sample = pick(all, next);
  let bytes = Buffer.from(sample.bytes);
  for (let times = 1 + next(4); times > 0; times--) {
    bytes = Buffer.from(change(bytes, all, next).subarray(0, LONGEST));
  }
  return { name: next(8) === 0 ? pick(all, next).name : sample.name, bytes };
}

function change(
  bytes: Buffer,
  all: readonly Sample[],
  next: (below: number) => number,
): Uint8Array {
  const at = next(bytes.length + 1);
  const to = Math.min(bytes.length, at + next(400));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (next(7)) {
    case 0: {
      const changed = Buffer.from(bytes);
      if (at < changed.length) changed[at] = next(256);
      return changed;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, ...Array<Buffer>(1 + next(300)).fill(part), after]);
    case 3:
      return before;
    case 4: {
      const other = Buffer.from(pick(all, next).bytes);
      const from = next(other.length);
      return Buffer.concat([before, other.subarray(from, from + next(2_000)), after]);
    }
    default: {
      const token = pick(TOKENS, next);
      const most = Math.floor(LONGEST / Buffer.byteLength(token));
      const run = Buffer.from(token.repeat(1 + next(next(2) === 0 ? 40 : most)));
      return Buffer.concat([before, run, part, after]);
    }
  }
}

function pick<T>(all: readonly T[], next: (below: number) => number): T {
  const one = all[next(all.length)];
  if (one === undefined) throw new Error('Nothing to choose from');
  return one;
}
