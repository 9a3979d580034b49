import type { RootContent } from 'mdast';
import { documentText } from '../../documents/document-text.js';
import { NewsdeskError } from '../../errors.js';
import { oneLine } from '../../text/clean.js';
import type { Extract } from '../extract.js';
import type { AboutBytes } from '../whole-article.js';
import { list, paragraph } from './nodes.js';
import { elementsNamed, parseXml, textOfFirst, type XmlElement } from './xml.js';

/** Addresses that an error names; a reader may have hundreds. */
const NAMED = 2;

/**
 * An outline (OPML 2.0) as lists in lists. Mostly it lists feeds, which are no article.
 * @throws NewsdeskError `source-feed-list` if it does
 */
export function readOpml(text: string, { source }: AboutBytes): Extract {
  const root = parseXml(text, source);
  const feeds = elementsNamed(root, 'outline').flatMap(({ attributes }) => {
    const address = attributes['xmlUrl'] ?? attributes['xmlurl'] ?? '';
    return /^https?:\/\/\S+$/i.test(address) ? [address] : [];
  });
  if (feeds.length > 0) {
    throw new NewsdeskError('source-feed-list', {
      source,
      count: feeds.length,
      feeds: [...new Set(feeds)].slice(0, NAMED).join(' and '),
    });
  }
  const children = elementsNamed(root, 'body').flatMap((body) => outlinesOf(body));
  return { ...documentText({ type: 'root', children }), title: textOfFirst(root, 'title') };
}

function outlinesOf({ children }: XmlElement): RootContent[] {
  const items = children.flatMap((child) => {
    if (typeof child === 'string' || child.name !== 'outline') return [];
    const value = oneLine(child.attributes['text'] ?? child.attributes['title'] ?? '');
    return [[paragraph([{ type: 'text', value }]), ...outlinesOf(child)]];
  });
  return items.length === 0 ? [] : [list(items)];
}
