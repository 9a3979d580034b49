import { parseDocument } from './dom.js';

/** Text whose writer escaped it once more than the format asks for: `Mayor&#8217;s dog`. */
export function decodeEntities(text: string | undefined): string | undefined {
  if (text === undefined || !/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/i.test(text)) return text;
  return parseDocument(text.replaceAll('<', '&lt;')).body?.textContent ?? text;
}
