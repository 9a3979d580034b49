import { NewsdeskError } from '../../errors.js';
import { SHARED, type Collection } from '../store.js';

const SERVER_ID = /^\d{1,20}$/;

/** Collections name files, so that nothing but `shared` or a server's id may pass. */
export function checkedCollection(collection: Collection): Collection {
  if (collection === SHARED || SERVER_ID.test(collection)) return collection;
  throw new NewsdeskError('collection-invalid', { collection });
}
