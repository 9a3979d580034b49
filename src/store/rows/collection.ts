import { NewsdeskError } from '../../errors.js';
import { isSnowflake } from '../../text/snowflake.js';
import { SHARED, type Collection } from '../store.js';

/** Collections name files, so that nothing but `shared` or a server's id may pass. */
export function checkedCollection(collection: Collection): Collection {
  if (collection === SHARED || isSnowflake(collection)) return collection;
  throw new NewsdeskError('collection-invalid', { collection });
}
