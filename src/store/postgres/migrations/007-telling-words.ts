import { contextOf, embeddedText } from '../../../passages/embedded-text.js';
import { pathOf } from '../../rows/blocks.js';
import { tellingSigns } from '../../rows/vectors.js';
import type { Queries } from '../database.js';

/** Passages that are read together. */
const STEP = 500;

interface WordsRow {
  readonly passage: number;
  readonly hash: Buffer;
  readonly model: number;
  readonly words: Buffer;
  readonly dims: number;
  readonly title: string;
  readonly path: string;
  readonly text: string;
  readonly from: number;
  readonly start: number;
  readonly stop: number;
  readonly reading: string | null;
}

/** Of the words of a sentence stop words were kept too, which are compared with nothing. */
export async function tellingWords({ rows }: Queries): Promise<void> {
  const done = new Set<string>();
  let after = 0;
  for (;;) {
    const passages = await rows<{ id: number }>(
      'SELECT id FROM newsdesk.passages WHERE id > $1 ORDER BY id LIMIT $2',
      [after, STEP],
    );
    const last = passages.at(-1);
    if (last === undefined) break;
    after = last.id;
    const found = await rows<WordsRow>(
      `SELECT v.hash, v.model, v.words, m.dims, a.title, p.path,
         p.text, p.start AS "from", s.start, s.stop, s.reading
       FROM newsdesk.passages AS p JOIN newsdesk.articles AS a ON a.number = p.article
         JOIN newsdesk.sentences AS s ON s.passage = p.id
         JOIN newsdesk.vectors AS v ON v.hash = s.hash
         JOIN newsdesk.models AS m ON m.id = v.model
       WHERE p.id = ANY ($1::bigint[]) AND length(v.words) > 0`,
      [passages.map(({ id }) => id)],
    );
    const kept = found.filter(({ hash, model }) => {
      const key = `${model} ${hash.toString('hex')}`;
      if (done.has(key)) return false;
      done.add(key);
      return true;
    });
    await rows(
      `UPDATE newsdesk.vectors AS known SET words = given.words
       FROM unnest($1::bytea[], $2::integer[], $3::bytea[]) AS given (hash, model, words)
       WHERE known.hash = given.hash AND known.model = given.model`,
      [
        kept.map(({ hash }) => hash),
        kept.map(({ model }) => model),
        kept.map(({ words, dims, title, path, text, from, start, stop, reading }) => {
          const said = reading ?? text.slice(start - from, stop - from);
          return tellingSigns(words, dims, embeddedText(contextOf(title, pathOf(path)), said));
        }),
      ],
    );
  }
  // Which words those are can't be told; if the text comes back, it is embedded again.
  await rows(
    `UPDATE newsdesk.vectors SET words = '' WHERE length(words) > 0 AND NOT EXISTS (
       SELECT FROM newsdesk.sentences AS s WHERE s.hash = vectors.hash)`,
  );
}
