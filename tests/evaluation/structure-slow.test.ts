import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRoom, type Asked } from '../../src/evaluation/asked.js';
import {
  indexRoom,
  numberedCollection,
  openBenchDesk,
  type BenchDesk,
} from '../../src/evaluation/bench-desk.js';
import type { SetArticle } from '../../src/evaluation/evaluation-set.js';
import { readSet } from '../../src/evaluation/read-set.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { DEFAULT_MODEL_SETTINGS, DEFAULT_READER_SETTINGS, EMBEDDER_URL } from '../support/model.js';

/** Sets that lie beside the project, if they do. */
const SETS = path.join(PACKAGE_DIR, '..', 'shared', 'eval');

describe.for(['documents-dev.json', 'faq-dev.json', 'wiki-dev.json', 'xquad-en-dev.json'])(
  'shared/eval/%s',
  (name) => {
    const file = path.join(SETS, name);
    const skips = !existsSync(file);
    let desk: BenchDesk;
    let asked: Asked[];
    let headings: Set<string>;

    beforeAll(async () => {
      if (skips) return;
      desk = await openBenchDesk({
        model: DEFAULT_MODEL_SETTINGS,
        reader: DEFAULT_READER_SETTINGS,
        embedderUrl: EMBEDDER_URL,
      });
      const { rooms } = await readSet(file);
      headings = new Set(rooms.flatMap(({ articles }) => articles.flatMap(headingsIn)));
      asked = [];
      for (const [at, room] of rooms.entries()) {
        const collection = numberedCollection(at);
        await indexRoom(desk, room, collection);
        asked.push(...(await askRoom(desk, room, collection, { onAsked: () => undefined })));
      }
    }, 300_000);
    afterAll(() => (skips ? undefined : desk.close()));

    it.skipIf(skips)('gets no heading, marker or header row as the answer', () => {
      expect(asked.filter(({ bare }) => bare).map(described)).toEqual([]);
    });

    it.skipIf(skips)('gets no line as the answer that its source calls a heading', () => {
      const isHeading = (words: string): boolean => headings.has(lineOf(words));
      expect(asked.filter((one) => boldOf(one).some(isHeading)).map(described)).toEqual([]);
    });

    it.skipIf(skips)('gets no question as the answer', () => {
      expect(asked.filter(({ echoes }) => echoes).map(described)).toEqual([]);
    });

    it.skipIf(skips)("is quoted from the article's text, to the letter", () => {
      expect(asked.filter(({ misquoted }) => misquoted).map(described)).toEqual([]);
    });
  },
);

function boldOf({ verdict: { answer } }: Asked): string[] {
  return (
    answer?.sentences.map(({ start, end }) =>
      answer.text.slice(start - answer.start, end - answer.start),
    ) ?? []
  );
}

function described(asked: Asked): string {
  return `${asked.question.question} → ${boldOf(asked).join(' | ')}`;
}

/** What the source of an article marks as headings, questions and names of columns. */
function headingsIn({ name, text }: SetArticle): string[] {
  const marked = name.endsWith('.html')
    ? text.matchAll(/<(h[1-6]|summary|th|dt)\b[^>]*>(.*?)<\/\1>/gs)
    : name.endsWith('.md')
      ? text.matchAll(/^(#{1,6}) (.*)$/gm)
      : [];
  return [...marked].map(([, , words = '']) => lineOf(words)).filter((line) => line !== '');
}

/** Without marks, entities and tags, which readers see as something else. */
function lineOf(words: string): string {
  return words
    .replace(/<[^>]*>|&#?\w+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
