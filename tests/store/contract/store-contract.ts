import { describe } from 'vitest';
import { articlesContract } from './articles.js';
import { journalContract } from './journal.js';
import { keywordsContract } from './keywords.js';
import { lockContract } from './lock.js';
import type { NewPlace } from './place.js';
import { searchContract } from './search.js';

/** What the core relies on, whichever engine keeps the articles. */
export function storeContract(engine: string, newPlace: NewPlace): void {
  describe(`a store in ${engine}`, () => {
    articlesContract(newPlace);
    searchContract(newPlace);
    keywordsContract(newPlace);
    lockContract(newPlace);
    journalContract(newPlace);
  });
}
