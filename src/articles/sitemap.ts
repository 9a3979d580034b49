import { gunzipSync } from 'node:zlib';
import { NewsdeskError } from '../errors.js';
import { webUrl } from './extract.js';
import { elementsNamed, parseXml, textOfFirst, type XmlElement } from './kinds/xml.js';
import { MAX_UNPACKED_BYTES } from './limits.js';

/** What a sitemap lists (sitemaps.org, protocol 0.9). */
export interface Sitemap {
  readonly pages: readonly string[];
  /** Of an index: further sitemaps. */
  readonly sitemaps: readonly string[];
}

/**
 * Reads a sitemap or an index of sitemaps, packed or not. Addresses of other hosts than its own are
 * left out, as the protocol asks.
 * @throws NewsdeskError `sitemap-empty` if it lists nothing
 */
export function readSitemap(bytes: Uint8Array, place: string): Sitemap {
  const root = parseXml(new TextDecoder().decode(unpacked(bytes, place)), place);
  const own = webUrl(place);
  const isOwn = (url: string): boolean =>
    own === undefined || new URL(url).host === new URL(own).host;
  const addresses = (elements: readonly XmlElement[]): string[] => {
    const found = elements.flatMap((element) => webUrl(textOfFirst(element, 'loc')) ?? []);
    return [...new Set(found.filter(isOwn))];
  };
  const pages = addresses(elementsNamed(root, 'url'));
  const sitemaps = addresses(elementsNamed(root, 'sitemap'));
  if (pages.length + sitemaps.length === 0) {
    throw new NewsdeskError('sitemap-empty', { source: place });
  }
  return { pages, sitemaps };
}

function unpacked(bytes: Uint8Array, source: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    throw new NewsdeskError('source-too-complex', { source }, { cause: error });
  }
}
