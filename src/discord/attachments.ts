import { NewsdeskError } from '../errors.js';
import { isTextAlone } from '../formats.js';
import { fetchBytes } from '../articles/read.js';
import { ATTACHMENT_HOSTS, MAX_FILE_BYTES, MAX_TEXT_BYTES } from './limits.js';

/** An attachment as Discord describes it. */
export interface FileInfo {
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

export type FetchFile = (file: FileInfo, signal: AbortSignal) => Promise<Uint8Array>;

/**
 * Fetches attachments from Discord's hosts, or from the host that stands in for Discord's API, and
 * from nowhere else: the address comes with an interaction, which a stand-in may have made up.
 */
export function attachmentFetcher(apiUrl: string | undefined, version: string): FetchFile {
  const allowedHosts = [
    ...ATTACHMENT_HOSTS,
    ...(apiUrl === undefined ? [] : [new URL(apiUrl).host]),
  ];
  return async ({ name, url, size }, signal) => {
    // Pages and documents carry pictures as well: their text is measured when it is read.
    const maxBytes = isTextAlone(name) ? MAX_TEXT_BYTES : MAX_FILE_BYTES;
    if (size > maxBytes) {
      throw new NewsdeskError('source-too-large', { source: name, limit: maxBytes / 1e6 });
    }
    if (!URL.canParse(url)) throw new NewsdeskError('url-invalid', { url });
    const fetched = await fetchBytes(new URL(url), {
      allowedHosts,
      allowPrivateUrls: false,
      maxBytes,
      userAgent: `Newsdesk/${version}`,
      signal,
    });
    if (fetched.notModified) throw new Error('Not modified, though no validators were sent');
    return fetched.bytes;
  };
}
