import { contentHash } from '../../articles/content-hash.js';
import { contextOf, embeddedText, textHash } from '../../passages/embedded-text.js';
import { embeddedPassage } from '../../passages/reading.js';
import { blocksOf } from '../rows/blocks.js';
import type { SqliteFile } from '../sqlite/database.js';
import {
  storedPassages,
  type PassageRow as StoredPassageRow,
  type SentenceRow as StoredSentenceRow,
} from '../rows/stored-passages.js';
import { finding, type Finding } from './finding.js';
import type { Span } from '../../text/span.js';

export interface ArticleRow {
  readonly number: number;
  readonly id: string;
  readonly collection: string;
  readonly title: string;
  readonly text: string;
  /** JSON; null until it is split by them. */
  readonly blocks: string | null;
  readonly contentHash: string;
  readonly passages: number;
  readonly sentences: number;
  readonly characters: number;
}

export interface PassageRow extends StoredPassageRow {
  readonly ordinal: number;
}

export interface SentenceRow extends StoredSentenceRow {
  readonly id: number;
}

/** One article at a time, so that a large archive never is in memory whole. */
export function* articlesWithParts(
  sqlite: SqliteFile,
): Generator<{ article: ArticleRow; passages: PassageRow[]; sentences: SentenceRow[] }> {
  const numbers = sqlite
    .prepare<[], number>('SELECT number FROM articles ORDER BY number')
    .pluck()
    .all();
  const select = sqlite.prepare<[number], ArticleRow>(
    `SELECT number, id, collection, title, text, blocks, contentHash, passages, sentences, characters
     FROM articles WHERE number = ?`,
  );
  const selectPassages = sqlite.prepare<[number], PassageRow>(
    'SELECT id, ordinal, start, end, hash, path FROM passages WHERE article = ? ORDER BY ordinal',
  );
  const selectSentences = sqlite.prepare<[number], SentenceRow>(
    `SELECT s.id, s.passage, s.start, s.end, s.hash, s.kind, s.block, s.reading
     FROM passages AS p JOIN sentences AS s ON s.passage = p.id
     WHERE p.article = ? ORDER BY p.ordinal, s.id`,
  );
  for (const number of numbers) {
    const article = select.get(number);
    if (article === undefined) continue;
    yield {
      article,
      passages: selectPassages.all(number),
      sentences: selectSentences.all(number),
    };
  }
}

/** The addresses that the vectors of an article's parts must have, by the ids of those. */
export function hashesOf(
  { title, text }: ArticleRow,
  passages: readonly PassageRow[],
  sentences: readonly SentenceRow[],
): { readonly passages: Map<number, Buffer>; readonly sentences: Map<number, Buffer> } {
  const contexts = new Map<number, string>();
  const hash = (embedded: string): Buffer => Buffer.from(textHash(embedded), 'hex');
  const ofPassages = new Map(
    storedPassages(passages, sentences).map((passage) => {
      contexts.set(passage.row.id, contextOf(title, passage.path));
      return [passage.row.id, hash(embeddedPassage(title, text, passage))];
    }),
  );
  const ofSentences = new Map(
    sentences.map(({ id, passage, start, end, reading }) => [
      id,
      hash(embeddedText(contexts.get(passage) ?? title, reading ?? text.slice(start, end))),
    ]),
  );
  return { passages: ofPassages, sentences: ofSentences };
}

export function checkArticle(
  article: ArticleRow,
  passages: readonly PassageRow[],
  sentences: readonly SentenceRow[],
): Finding[] {
  const findings: Finding[] = [];
  const wrong = (code: string, what: string, ...remedies: Finding['remedies']): void => {
    findings.push(finding(code, `Article ${article.id} ${what}.`, ...remedies));
  };
  if (!areInOrder(passages, 0, article.text.length) || !areNumbered(passages)) {
    wrong('passage-offsets', 'has passages that do not lie in its text; index it with --force');
  }
  const spans = new Map(passages.map((passage) => [passage.id, passage]));
  const strays = sentences.filter(({ passage, start, end }) => {
    const around = spans.get(passage);
    return around === undefined || start < around.start || end > around.end || start >= end;
  });
  if (strays.length > 0 || !areInOrderWithin(sentences)) {
    wrong('sentence-offsets', 'has sentences outside their passages; index it with --force');
  }
  if (
    article.passages !== passages.length ||
    article.sentences !== sentences.length ||
    article.characters !== article.text.length
  ) {
    wrong('count-wrong', 'counts its parts wrongly', 'recount');
  }
  if (article.blocks !== null && article.contentHash !== contentHashOf(article)) {
    wrong('content-hash', 'has a text that does not fit its hash', 'recount');
  }
  const wanted = hashesOf(article, passages, sentences);
  const isWrong = (hashes: ReadonlyMap<number, Buffer>) => (row: { id: number; hash: Buffer }) =>
    hashes.get(row.id)?.equals(row.hash) !== true;
  if (passages.some(isWrong(wanted.passages)) || sentences.some(isWrong(wanted.sentences))) {
    wrong('text-hash', 'has parts whose text does not fit their hash', 'recount', 'rebuild-graphs');
  }
  return findings;
}

/** As it is of the article's stored title, text and blocks. */
export function contentHashOf({ title, text, blocks }: ArticleRow): string {
  return contentHash(title, { text, blocks: blocksOf(blocks) });
}

/** Passages may share a sentence, but each begins and ends after the one before. */
function areInOrder(spans: readonly Span[], from: number, to: number): boolean {
  return spans.every(({ start, end }, index) => {
    const before = spans[index - 1];
    const follows = before === undefined || (start > before.start && end > before.end);
    return start >= from && end <= to && start < end && follows;
  });
}

function areNumbered(passages: readonly PassageRow[]): boolean {
  return passages.every(({ ordinal }, index) => ordinal === index);
}

function areInOrderWithin(sentences: readonly SentenceRow[]): boolean {
  return sentences.every(({ passage, start }, index) => {
    const before = sentences[index - 1];
    return before?.passage !== passage || start >= before.end;
  });
}
