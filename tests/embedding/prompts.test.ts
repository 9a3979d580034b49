import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeModel } from '../../src/embedding/model-files.js';
import { familyOf, NO_PROMPTS, promptsKey, promptsOf } from '../../src/embedding/prompts.js';
import { DEFAULT_MODEL_SETTINGS, realEmbedder } from '../support/model.js';

describe('a model’s prompts', () => {
  it('are read from its own file, by the names that are in use', () => {
    expect(promptsOf({ prompts: { query: 'query: ', passage: 'passage: ' } })).toEqual({
      question: 'query: ',
      article: 'passage: ',
    });
    expect(promptsOf({ prompts: { query: 'Find: ', document: '' } })).toEqual({
      question: 'Find: ',
      article: '',
    });
  });

  it('may be one for all texts', () => {
    const config = { prompts: { any: 'text: ' }, default_prompt_name: 'any' };
    expect(promptsOf(config)).toEqual({ question: 'text: ', article: 'text: ' });
  });

  it('are none that the file does not tell, or that leave no room', () => {
    expect(promptsOf(undefined)).toBeUndefined();
    expect(promptsOf({ __version__: {} })).toBeUndefined();
    expect(promptsOf({ prompts: { clustering: 'x' }, default_prompt_name: null })).toBeUndefined();
    expect(promptsOf({ prompts: { query: 'x'.repeat(10_000) } })).toBeUndefined();
  });

  it.each([
    ['Xenova/multilingual-e5-small', 'query: ', 'passage: ', 'mean'],
    ['Xenova/e5-base-v2', 'query: ', 'passage: ', 'mean'],
    [
      'Xenova/bge-small-en-v1.5',
      'Represent this sentence for searching relevant passages: ',
      '',
      'cls',
    ],
    ['Xenova/gte-small', '', '', 'mean'],
    ['Snowflake/snowflake-arctic-embed-m-v2.0', 'query: ', '', 'cls'],
    [
      'Snowflake/snowflake-arctic-embed-s',
      'Represent this sentence for searching relevant passages: ',
      '',
      'cls',
    ],
  ])('are known of %s', (name, question, article, pooling) => {
    expect(familyOf(name)).toMatchObject({ prompts: { question, article }, pooling });
  });

  it('are none of a model of no such family', () => {
    expect(familyOf(DEFAULT_MODEL_SETTINGS.name)).toBeUndefined();
  });

  it('tell vectors apart that were made with other ones', () => {
    expect(promptsKey(NO_PROMPTS)).toBe('');
    expect(promptsKey({ question: 'a', article: '' })).not.toBe(
      promptsKey({ question: '', article: 'a' }),
    );
  });
});

describe('a model that wants prompts', () => {
  it('embeds questions after theirs and articles after theirs, with the words of neither', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-prompts-'));
    try {
      const settings = { name: 'Somebody/prompted', dir: folder, cacheDir: folder };
      const copy = path.join(folder, settings.name);
      await cp(path.join(DEFAULT_MODEL_SETTINGS.dir, DEFAULT_MODEL_SETTINGS.name), copy, {
        recursive: true,
      });
      await writeFile(
        path.join(copy, 'config_sentence_transformers.json'),
        JSON.stringify({ prompts: { query: 'query: ', passage: 'passage: ' } }),
      );
      const plain = realEmbedder();
      const prompted = realEmbedder({ settings });
      const text = 'Who met Putin?';
      const embed = async (
        embedder: typeof plain,
        of: string,
        priority: 'question' | 'article',
      ): Promise<{ vector: Float32Array; words: Float32Array }> => {
        const [embedded] = await embedder.embedWords([of], priority);
        if (embedded === undefined) throw new Error('a vector is missing');
        return embedded;
      };
      const question = await embed(prompted, text, 'question');
      const article = await embed(prompted, text, 'article');
      const whole = await embed(plain, `query: ${text}`, 'question');
      expect(question.vector).toEqual(whole.vector);
      expect(question.words).toEqual(whole.words.subarray(384));
      expect(article.vector).toEqual((await embed(plain, `passage: ${text}`, 'article')).vector);
      expect((await prompted.model()).key).not.toBe((await plain.model()).key);
      expect((await describeModel(settings.name, copy))?.key).toBe((await prompted.model()).key);
      await Promise.all([plain.close(), prompted.close()]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
