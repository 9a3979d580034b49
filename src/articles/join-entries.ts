import type { DocumentText } from '../documents/block.js';
import { joinDocuments } from '../documents/join.js';
import type { FeedEntry } from './feed.js';

/** Entries one after the other as one document, each under its title as a heading. */
export function joinEntries(entries: readonly FeedEntry[]): DocumentText {
  return joinDocuments(
    entries.flatMap(({ title, content, summary }): DocumentText[] => {
      const text = content ?? summary;
      if (text === undefined) return [];
      return title === undefined ? [text] : [headed(title), text];
    }),
  );
}

function headed(title: string): DocumentText {
  return { text: title, blocks: [{ kind: 'heading', level: 2, start: 0, end: title.length }] };
}
