import { createHash } from 'node:crypto';
import { judge } from '../../src/answering/judge.js';
import { measureSpans } from '../../src/answering/marks/highlight.js';
import { HAND_WEIGHED } from '../../src/answering/confidence/confidence.js';
import { MODELS } from '../../src/answering/coefficients.js';
import { keptWords } from '../../src/passages/telling-words.js';
import type { Query } from '../../src/retrieval/query.js';
import { termsOf } from '../../src/retrieval/terms.js';
import type { PassageRecord, SentenceRecord } from '../../src/store/store.js';
import { wordsOf } from '../../src/text/words.js';
import { packSigns } from '../../src/vectors/word-signs.js';
import { FEATURES } from './features.js';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const DIMS = 64;
const TITLE = 'Kiln Lane Pottery Club';
const SENTENCES = [
  'The club meets in the old dairy on Kiln Lane since 14 May 2011.',
  'Marta Ellwood, who leads it, sold 88 bowls for 1,250 euros in 2024 because the roof leaked.',
  'She was born in Osk and came to the town in the 1990s.',
];
const QUESTIONS = [
  'Who leads the pottery club?',
  'How many bowls did Marta Ellwood sell in 2023?',
  'Why did the roof of the dairy in Tern leak?',
];

/**
 * What the features of three fixed questions of a fixed passage come to, with the names of those
 * that are fitted: coefficients that were fitted with others belong to other code. No model is
 * asked: each word's vector is made of its letters.
 */
export function fingerprintOf(): string {
  const measured = QUESTIONS.map((text) => {
    const query = queryOf(text);
    const { ranked, weighed, chosen, asked } = judge(query, [passage()], MODELS);
    return {
      passages: ranked.map(({ features }) => rounded(features)),
      sentences: [...weighed].sort((a, b) => a.at - b.at).map(({ features }) => rounded(features)),
      evidence: chosen === undefined ? {} : rounded(chosen.evidence.features),
      spans:
        chosen === undefined
          ? []
          : measureSpans(query, asked, chosen.bold).map(({ features }) => rounded(features)),
    };
  });
  return sha256(JSON.stringify({ names: FEATURES, measured })).slice(0, 16);
}

/** Features that rest on fitted weights move with every fit, and with no code. */
const FITTED = new Set(['boldOdds', 'choiceOdds', 'share', 'bestShare']);
/** What is fitted moves with the code, whether or not it is weighed by hand as well. */
const FITTED_TOO = new Set(['namesNowhere', 'numbersNowhere', 'rivalName', 'rivalNumber']);

/** What is weighed by hand alone is in no fitted model. */
function isByHand(name: string): boolean {
  return HAND_WEIGHED.has(name) && !FITTED_TOO.has(name);
}

function rounded(features: Readonly<Record<string, number>>): [string, string][] {
  return Object.entries(features)
    .filter(([name]) => !FITTED.has(name) && !isByHand(name))
    .map(([name, value]) => [name, value.toFixed(4)]);
}

function queryOf(text: string): Query {
  const words = wordsOf(text);
  const vectors = words.map(({ text: word }) => vectorOf(word));
  return {
    text,
    vector: vectorOf(text),
    passages: 1,
    wordVectors: Float32Array.from(vectors.flatMap((vector) => [...vector])),
    words,
    terms: termsOf(words, new Map(), 3),
    stems: new Set(words.map(({ stem }) => stem)),
  };
}

function passage(): PassageRecord {
  let at = 0;
  const sentences = SENTENCES.map((text): SentenceRecord => {
    const start = at;
    at += text.length + 1;
    const words = wordsOf(`${TITLE}. ${text}`);
    const vectors = words.map(({ text: word }) => vectorOf(word));
    return {
      kind: 'sentence',
      block: 0,
      text,
      reading: text,
      start,
      end: start + text.length,
      vector: vectorOf(text),
      words: packSigns(
        Float32Array.from(vectors.flatMap((vector) => [...vector])),
        DIMS,
        keptWords(words),
      ),
    };
  });
  const text = SENTENCES.join(' ');
  return {
    id: 1,
    articleId: 'a',
    collection: 'shared',
    title: TITLE,
    context: TITLE,
    path: [],
    source: 'shared/a',
    ordinal: 0,
    text,
    start: 0,
    end: text.length,
    vector: vectorOf(text),
    sentences,
  };
}

/** Of unit length; texts with many letter pairs in common are near to one another. */
function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMS);
  const folded = text.toLowerCase();
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const pair = folded.charCodeAt(at) * 31 + folded.charCodeAt(at + 1);
    vector[pair % DIMS] = (vector[pair % DIMS] ?? 0) + (pair % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
