import type { Migration } from '../migrate.js';
import { articles } from './001-articles.js';
import { questions } from './002-questions.js';
import { shards } from './003-shards.js';
import { fileOwners } from './004-machines.js';
import { passagesAlone } from './005-passages-alone.js';
import { smallVectors } from './006-small-vectors.js';
import { tellingWords } from './007-telling-words.js';
import { pairsOfCharacters } from './008-pairs.js';

/** In order; what has been released is never changed, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [
  articles,
  questions,
  shards,
  fileOwners,
  passagesAlone,
  smallVectors,
  tellingWords,
  pairsOfCharacters,
];
