import type { Migration } from '../migrate.js';
import { articles } from './001-articles.js';
import { words } from './002-words.js';
import { blocks } from './003-blocks.js';
import { smallVectors } from './004-small-vectors.js';
import { tellingWords } from './005-telling-words.js';

/** In order; what has been released is never changed, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [
  articles,
  words,
  blocks,
  smallVectors,
  tellingWords,
];
