import path from 'node:path';
import { AutoTokenizer, type PreTrainedTokenizer } from '@xenova/transformers';
import { bestSpans, likelier } from './best-spans.js';
import { MODEL_FILE } from './model-files.js';
import { ModelSession } from './model-session.js';
import type { ReadablePassage, Reading } from './passage-reader.js';
import { piecesOf, windowsOf } from './pieces.js';
import { tokenizerNameOf } from './reader-files.js';

/** Pieces of a question that are read; a longer one is cut off. */
const LONGEST_QUESTION = 40;
/** Pieces that are read at a time, question and special tokens included. */
const LONGEST_INPUT = 384;
const OVERLAP = 64;
/** Words of which the pieces are remembered. */
const WORDS_KEPT = 20_000;

/** What stands before the question, between it and the passage, and at the end. */
interface Frame {
  readonly before: readonly number[];
  readonly between: readonly number[];
  readonly after: readonly number[];
}

/** An extractive question-answering model (a BERT with a span head, or one like it). */
export class ReaderModel {
  readonly #session: ModelSession;
  readonly #encode: (word: string) => readonly number[];
  readonly #frame: Frame;

  private constructor(session: ModelSession, tokenizer: PreTrainedTokenizer) {
    this.#session = session;
    this.#encode = rememberingEncoder(tokenizer);
    this.#frame = frameOf(tokenizer);
  }

  /**
   * On one thread, as for questions.
   * @param name as the hub names it, below the folder that @xenova/transformers reads from
   */
  static async open(name: string, folder: string): Promise<ReaderModel> {
    const session = await ModelSession.open(path.join(folder, MODEL_FILE), 1);
    if (!session.tellsSpans) throw new Error('it is no model for question answering');
    return new ReaderModel(session, await AutoTokenizer.from_pretrained(tokenizerNameOf(name)));
  }

  async read(question: string, { text, stretches }: ReadablePassage): Promise<Reading> {
    const { before, between, after } = this.#frame;
    const asked = piecesOf(question, this.#encode).ids.slice(0, LONGEST_QUESTION);
    const pieces = piecesOf(text, this.#encode);
    const opening = [...before, ...asked, ...between];
    const size = LONGEST_INPUT - opening.length - after.length;
    let reading: Reading = stretches.map(() => undefined);
    for (const { start, end } of windowsOf(pieces.ids.length, size, OVERLAP)) {
      const ids = [...opening, ...pieces.ids.slice(start, end), ...after];
      const { starts, ends } = await this.#session.spans(ids, opening.length);
      const logits = {
        starts: starts.subarray(opening.length, opening.length + end - start),
        ends: ends.subarray(opening.length, opening.length + end - start),
        silent: { start: starts[0] ?? 0, end: ends[0] ?? 0 },
      };
      reading = likelier(reading, bestSpans(pieces, logits, start, stretches));
    }
    return reading;
  }
}

function rememberingEncoder(tokenizer: PreTrainedTokenizer): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let ids = known.get(word);
    if (ids === undefined) {
      if (known.size >= WORDS_KEPT) known.clear();
      ids = tokenizer.encode(word, null, { add_special_tokens: false });
      known.set(word, ids);
    }
    return ids;
  };
}

/** Read off a pair of words, since every family of models has its own. */
function frameOf(tokenizer: PreTrainedTokenizer): Frame {
  const encode = (word: string): number[] =>
    tokenizer.encode(word, null, { add_special_tokens: false });
  const pair = tokenizer.encode('who', 'him');
  const find = (ids: readonly number[], from: number): number => {
    for (let at = from; at < pair.length; at += 1) {
      if (ids.every((id, index) => pair[at + index] === id)) return at;
    }
    throw new Error('the tokenizer does not put question and passage side by side');
  };
  const [asked, passage] = [encode('who'), encode('him')];
  const askedAt = find(asked, 0);
  const passageAt = find(passage, askedAt + asked.length);
  return {
    before: pair.slice(0, askedAt),
    between: pair.slice(askedAt + asked.length, passageAt),
    after: pair.slice(passageAt + passage.length),
  };
}
