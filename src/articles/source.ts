import type { NewsdeskError } from '../errors.js';

/** One thing to read: a file, a URL or standard input (`-`). */
export interface SourceItem {
  /** The file's absolute path, the normalised URL without fragment, or `-`. */
  readonly source: string;
  readonly kind: 'file' | 'url' | 'stdin';
  /** Size if it is known beforehand. */
  readonly bytes: number | undefined;
  /** The folder argument that the file came from, absolute. */
  readonly folder?: string | undefined;
}

/** A source that cannot be read, and why. */
export interface ReadFailure {
  readonly source: string;
  readonly error: NewsdeskError;
}

export interface ListOptions {
  /** Globs; a file of a folder must match one of them. Without a slash they match the name alone. */
  readonly include?: readonly string[] | undefined;
  /** Globs of files and folders that are left out. */
  readonly exclude?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SourceList {
  readonly items: SourceItem[];
  readonly failures: ReadFailure[];
}
