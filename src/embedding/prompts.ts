import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What stands before a text when it is embedded: many models were trained to be told which it is. */
export interface Prompts {
  readonly question: string;
  readonly article: string;
}

export const NO_PROMPTS: Prompts = { question: '', article: '' };

/** What models of a family that is known want if their own files do not say. */
interface Family {
  /** Of the model's name, without the organisation. */
  readonly name: RegExp;
  readonly prompts: Prompts;
  readonly pooling: 'mean' | 'cls';
}

const SEARCH = 'Represent this sentence for searching relevant passages: ';

/** From the model cards of intfloat, BAAI, Alibaba-NLP and Snowflake; the first that fits counts. */
const FAMILIES: readonly Family[] = [
  {
    name: /^multilingual-e5-.*instruct/iu,
    prompts: {
      question:
        'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ',
      article: '',
    },
    pooling: 'mean',
  },
  {
    name: /^(?:multilingual-)?e5-/iu,
    prompts: { question: 'query: ', article: 'passage: ' },
    pooling: 'mean',
  },
  { name: /^bge-m3/iu, prompts: NO_PROMPTS, pooling: 'cls' },
  {
    name: /^bge-.*-zh/iu,
    prompts: { question: '为这个句子生成表示以用于检索相关文章：', article: '' },
    pooling: 'cls',
  },
  { name: /^bge-/iu, prompts: { question: SEARCH, article: '' }, pooling: 'cls' },
  {
    name: /^snowflake-arctic-embed-.*v2/iu,
    prompts: { question: 'query: ', article: '' },
    pooling: 'cls',
  },
  {
    name: /^snowflake-arctic-embed/iu,
    prompts: { question: SEARCH, article: '' },
    pooling: 'cls',
  },
  { name: /^gte-.*-v1\.5/iu, prompts: NO_PROMPTS, pooling: 'cls' },
  { name: /^gte-/iu, prompts: NO_PROMPTS, pooling: 'mean' },
];

export function familyOf(model: string): Omit<Family, 'name'> | undefined {
  const name = model.slice(model.lastIndexOf('/') + 1);
  return FAMILIES.find((family) => family.name.test(name));
}

/** The part of sentence-transformers' own file that tells a model's prompts, by their names. */
const SentenceTransformersConfig = z.object({
  prompts: z.record(z.string(), z.string()),
  default_prompt_name: z.string().nullish(),
});

/** Longer ones would leave no room for the text. */
const LONGEST_PROMPT = 400;

/**
 * Reads the prompts of a `config_sentence_transformers.json`; undefined if it has none of a use
 * that is known. A question has `query`, an article `document` or `passage`; either may be the
 * default.
 */
export function promptsOf(config: unknown): Prompts | undefined {
  const { data } = SentenceTransformersConfig.safeParse(config);
  if (data === undefined) return undefined;
  const { prompts, default_prompt_name: usual } = data;
  const named = (...names: string[]): string | undefined =>
    names
      .map((name) => prompts[name])
      .find((prompt) => prompt !== undefined && prompt.length <= LONGEST_PROMPT);
  const fallback = usual == null ? undefined : named(usual);
  const question = named('query', 'question', 's2p_query', 'retrieval.query') ?? fallback;
  const article = named('document', 'passage', 'corpus', 'retrieval.passage') ?? fallback;
  if (question === undefined && article === undefined) return undefined;
  return { question: question ?? '', article: article ?? '' };
}

/** Tells vectors that were made with other prompts apart; empty without any. */
export function promptsKey({ question, article }: Prompts): string {
  if (question === '' && article === '') return '';
  const hash = createHash('sha256')
    .update(JSON.stringify([question, article]))
    .digest('hex');
  return `:prompts-${hash.slice(0, 8)}`;
}
