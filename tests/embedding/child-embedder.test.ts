import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChildEmbedder } from '../../src/embedding/child-embedder.js';
import { wordsOf } from '../../src/text/words.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL, realEmbedder } from '../support/model.js';

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

describe('embedding', () => {
  let embedder: ChildEmbedder;
  beforeAll(() => {
    embedder = realEmbedder();
  });
  afterAll(() => embedder.close());

  it('gives unit vectors in which a paraphrase is nearer than another topic', async () => {
    const [question, paraphrase, other] = await embedder.embed(
      [
        'Where will the president stay?',
        'The head of state sleeps at a guesthouse.',
        'Bake the cake.',
      ],
      'question',
    );
    if (!question || !paraphrase || !other) throw new Error('a vector is missing');
    expect(question).toHaveLength(384);
    expect(Math.abs(dot(question, question) - 1)).toBeLessThan(1e-5);
    expect(dot(question, paraphrase)).toBeGreaterThan(dot(question, other) + 0.2);
  });

  it('goes on after a rest', async () => {
    const before = await embedder.embed(['Kumsusan guesthouse'], 'question');
    await embedder.rest();
    expect(await embedder.embed(['Kumsusan guesthouse'], 'question')).toEqual(before);
    const underWay = embedder.embed(['A text'], 'article');
    await embedder.rest();
    expect(await underWay).toHaveLength(1);
  });

  it('gives the same vector for the same text, alone or among others', async () => {
    const [alone] = await embedder.embed(['Kumsusan guesthouse'], 'question');
    const [, among] = await embedder.embed(
      ['Something much longer than that.', 'Kumsusan guesthouse'],
      'article',
    );
    expect(among).toEqual(alone);
  });

  it('gives words in their context, nearest to those that mean the same there', async () => {
    const [question, answer] = await embedder.embedWords(
      ['Who wrote the novel?', 'The book was written by Jane Austen in Bath.'],
      'question',
    );
    if (!question || !answer) throw new Error('a vector is missing');
    const [alone] = await embedder.embed(['Who wrote the novel?'], 'question');
    expect(question.vector).toEqual(alone);
    const words = wordsOf('The book was written by Jane Austen in Bath.').map(({ text }) => text);
    expect(answer.words).toHaveLength(words.length * 384);
    const row = (vectors: Float32Array, at: number): Float32Array =>
      vectors.subarray(at * 384, (at + 1) * 384);
    const nearestTo = (at: number): string | undefined => {
      const near = words.map((_, index) => dot(row(question.words, at), row(answer.words, index)));
      return words[near.indexOf(Math.max(...near))];
    };
    expect(Math.abs(dot(row(answer.words, 1), row(answer.words, 1)) - 1)).toBeLessThan(1e-5);
    expect(nearestTo(1)).toBe('written');
    expect(nearestTo(3)).toBe('book');
  });

  it('counts word pieces, which add up over joined texts', async () => {
    const [first = 0, second = 0, both] = await embedder.countTokens(
      ['Kumsusan guesthouse.', 'Rodong Sinmun!', 'Kumsusan guesthouse. Rodong Sinmun!'],
      'article',
    );
    expect(first).toBeGreaterThan(2);
    expect(both).toBe(first + second);
  });

  it('lets a question overtake the articles that wait', async () => {
    const order: string[] = [];
    const articles = embedder
      .embed(
        Array.from({ length: 40 }, (_, index) => `Sentence number ${index}.`),
        'article',
      )
      .then(() => order.push('articles'));
    const question = embedder.embed(['Who waits?'], 'question').then(() => order.push('question'));
    await Promise.all([articles, question]);
    expect(order).toEqual(['question', 'articles']);
  });

  it('drops what nobody waits for any more', async () => {
    const controller = new AbortController();
    const dropped = embedder.embed(
      Array.from({ length: 50 }, (_, index) => `Dropped ${index}`),
      'article',
      controller.signal,
    );
    controller.abort(new Error('never mind'));
    await expect(dropped).rejects.toThrow('never mind');
    expect(await embedder.embed(['Still there?'], 'question')).toHaveLength(1);
  });
});

describe('an embedding process that fails', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-embedding-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The real process, except that it dies over certain texts. */
  async function mortalChild(condition: string): Promise<URL> {
    const file = path.join(folder, `mortal-${Math.random()}.mjs`);
    await writeFile(
      file,
      `import { existsSync, writeFileSync } from 'node:fs';
       process.on('message', (request) => { if (${condition}) process.kill(process.pid, 'SIGKILL'); });
       await import(${JSON.stringify(EMBEDDER_URL.href)});`,
    );
    return pathToFileURL(file);
  }

  it('is started again, and the call that it held is tried once more', async () => {
    const flag = JSON.stringify(path.join(folder, 'died-once'));
    const restarts: string[] = [];
    const embedder = realEmbedder({
      childUrl: await mortalChild(`!existsSync(${flag}) && (writeFileSync(${flag}, ''), true)`),
      onRestart: (reason) => restarts.push(reason),
    });
    try {
      expect((await embedder.embed(['Try again'], 'question'))[0]).toHaveLength(384);
      expect(restarts).toEqual(['ended with SIGKILL']);
    } finally {
      await embedder.close();
    }
  });

  it('fails the call that kills it twice, and serves the others', async () => {
    const embedder = realEmbedder({ childUrl: await mortalChild(`request.text === 'poison'`) });
    try {
      const poison = embedder.embed(['poison'], 'question');
      const other = embedder.embed(['bread'], 'question');
      await expect(poison).rejects.toMatchObject({ code: 'embedding-failed' });
      expect(await other).toHaveLength(1);
    } finally {
      await embedder.close();
    }
  });

  it('takes no other question for the one that killed it', async () => {
    const embedder = realEmbedder({ childUrl: await mortalChild(`request.text === 'poison'`) });
    try {
      const others = embedder.embed(['bread', 'butter'], 'question');
      const poison = embedder.embed(['poison'], 'question');
      const more = embedder.embed(['jam'], 'question');
      await expect(poison).rejects.toMatchObject({ code: 'embedding-failed' });
      expect(await others).toHaveLength(2);
      expect(await more).toHaveLength(1);
    } finally {
      await embedder.close();
    }
  });

  it('says which file of a model is missing, where it goes and how to go back', async () => {
    const embedder = realEmbedder({
      settings: {
        ...DEFAULT_MODEL_SETTINGS,
        name: 'Nobody/nothing',
        dir: folder,
        cacheDir: folder,
      },
    });
    try {
      await expect(embedder.embed(['Hello'], 'question')).rejects.toMatchObject({
        code: 'model-missing',
        message: expect.stringMatching(/Nobody\/nothing\/config\.json.*NEWSDESK_MODEL/) as string,
      });
    } finally {
      await embedder.close();
    }
  });

  it('answers no more once it is closed', async () => {
    const embedder = realEmbedder();
    await embedder.close();
    await expect(embedder.embed(['Hello'], 'question')).rejects.toMatchObject({
      code: 'embedding-closed',
    });
  });
});
