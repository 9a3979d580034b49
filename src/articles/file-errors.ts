import { NewsdeskError } from '../errors.js';

/** Tells a person what a failed file operation means; anything else is given back as it is. */
export function fileError(error: unknown, source: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!('code' in error)) return error;
  const options = { cause: error };
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return new NewsdeskError('file-not-found', { source }, options);
    case 'EISDIR':
      return new NewsdeskError('file-is-folder', { source }, options);
    case 'EACCES':
    case 'EPERM':
      return new NewsdeskError('file-forbidden', { source }, options);
    default:
      return 'syscall' in error
        ? new NewsdeskError('file-unreadable', { source, reason: error.message }, options)
        : error;
  }
}
