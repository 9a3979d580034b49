import { contextOf, embeddedText } from '../../../passages/embedded-text.js';
import { pathOf } from '../../rows/blocks.js';
import { tellingSigns } from '../../rows/vectors.js';
import type { Migration } from '../migrate.js';

interface WordsRow {
  readonly id: number;
  readonly words: Buffer;
  readonly dims: number;
  readonly title: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly reading: string | null;
}

/** Of the words of a sentence stop words were kept too, which are compared with nothing. */
export const tellingWords: Migration = (db) => {
  const articles = db.prepare<[], number>('SELECT number FROM articles').pluck().all();
  const textOf = db.prepare<[number], string>('SELECT text FROM articles WHERE number = ?').pluck();
  const wordsOf = db.prepare<[number], WordsRow>(
    `SELECT v.id, v.words, m.dims, a.title, p.path, s.start, s.end, s.reading
     FROM articles AS a JOIN passages AS p ON p.article = a.number
       JOIN sentences AS s ON s.passage = p.id
       JOIN vectors AS v ON v.hash = s.hash JOIN models AS m ON m.id = v.model
     WHERE a.number = ? AND length(v.words) > 0`,
  );
  const update = db.prepare<[Uint8Array, number]>('UPDATE vectors SET words = ? WHERE id = ?');
  const done = new Set<number>();
  for (const number of articles) {
    const text = textOf.get(number) ?? '';
    for (const { id, words, dims, title, path, start, end, reading } of wordsOf.all(number)) {
      if (done.has(id)) continue;
      done.add(id);
      const context = contextOf(title, pathOf(path));
      const embedded = embeddedText(context, reading ?? text.slice(start, end));
      update.run(tellingSigns(words, dims, embedded), id);
    }
  }
  // Which words those are can't be told; if the text comes back, it is embedded again.
  db.exec(`UPDATE vectors SET words = x'' WHERE length(words) > 0
    AND NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.hash = vectors.hash)`);
};
