import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChildEmbedder } from '../../src/embedding/child-embedder.js';
import type { PassageReader, Reading } from '../../src/embedding/passage-reader.js';
import { DEFAULT_MODEL_SETTINGS, DEFAULT_READER_SETTINGS, realEmbedder } from '../support/model.js';

const TEXT =
  'Russian President Vladimir Putin will visit Hanoi on Tuesday. “Zoë’s” ballet dances for him. ' +
  'Defence Minister Andrei Belousov accompanies him.';
const SENTENCES = [...TEXT.matchAll(/[^.]+\./gu)].map(({ 0: text, index }) => ({
  start: index,
  end: index + text.length,
}));

describe('the reader', () => {
  let embedder: ChildEmbedder;
  let reader: PassageReader;
  beforeAll(() => {
    embedder = realEmbedder({ reader: DEFAULT_READER_SETTINGS });
    if (embedder.reader === undefined) throw new Error('there is no reader');
    reader = embedder.reader;
  });
  afterAll(() => embedder.close());

  const read = async (question: string, text = TEXT, stretches = SENTENCES): Promise<Reading> => {
    const [reading] = await reader.read(question, [{ text, stretches }]);
    if (reading === undefined) throw new Error('there is no reading');
    return reading;
  };
  const odds = (reading: Reading): number => Math.max(...reading.map((span) => span?.odds ?? -99));

  it('finds the words that answer, to the letter', async () => {
    const reading = await read('Who is the defence minister?');
    expect(reading).toHaveLength(3);
    const last = reading[2];
    expect(last && TEXT.slice(last.start, last.end)).toBe('Andrei Belousov');
    expect(odds(reading)).toBe(last?.odds);
    expect(last?.odds).toBeGreaterThan(0);
  });

  it('tells that a passage does not answer', async () => {
    expect(odds(await read('How deep is the lake in Chile?'))).toBeLessThan(0);
  });

  it('reads a passage of any length and any text', async () => {
    const filler = 'Nothing of note happened on that day. '.repeat(150);
    const text = filler + TEXT;
    const [span] = await read('Who is the defence minister?', text, [
      { start: filler.length, end: text.length },
    ]);
    expect(span && text.slice(span.start, span.end)).toContain('Belousov');
    expect(await read('?', '', [{ start: 0, end: 0 }])).toEqual([undefined]);
    expect(await read('?'.repeat(5000), '\u0000😀\uD800', [{ start: 0, end: 4 }])).toHaveLength(1);
  });

  it('lets a question that is to be embedded go before all passages but one', async () => {
    const order: string[] = [];
    const passages = Array.from({ length: 20 }, () => ({ text: TEXT, stretches: SENTENCES }));
    const reading = reader.read('Who?', passages).then(() => order.push('read'));
    const question = embedder.embed(['Who?'], 'question').then(() => order.push('embedded'));
    await Promise.all([reading, question]);
    expect(order).toEqual(['embedded', 'read']);
  });

  it('stops when nobody waits for it any longer', async () => {
    const passages = Array.from({ length: 20 }, () => ({ text: TEXT, stretches: SENTENCES }));
    const abort = new AbortController();
    const reading = reader.read('Who?', passages, abort.signal);
    abort.abort(new Error('given up'));
    await expect(reading).rejects.toThrow('given up');
  });
});

describe('a model that knows no answers', () => {
  it('is none to read with', async () => {
    const embedder = realEmbedder({ reader: DEFAULT_MODEL_SETTINGS });
    const error: unknown = await embedder.model().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'model-broken' });
    expect(String(error)).toContain('NEWSDESK_READER');
    await embedder.close();
  });
});
