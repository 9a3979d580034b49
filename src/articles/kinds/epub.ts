import path from 'node:path';
import { joinDocuments } from '../../documents/join.js';
import { NewsdeskError } from '../../errors.js';
import { isoDate } from '../date.js';
import { languageTag, nameOf, personName, type Extract } from '../extract.js';
import { withEndTags } from '../dom.js';
import { htmlFragment } from '../html.js';
import { MAX_HTML_CHARACTERS } from '../limits.js';
import { tidyTitle } from '../title.js';
import { elementsNamed, parseXml, textOfFirst, xmlText, type XmlElement } from './xml.js';
import { openArchive, type Archive } from './zip.js';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/**
 * A book (EPUB 2 and 3): its chapters in the order in which they are read, without the table of
 * contents and the pages that stand outside that order.
 * @throws NewsdeskError `source-binary` if it is damaged or locked
 */
export async function readEpub(bytes: Uint8Array, source: string): Promise<Extract> {
  const archive = await openArchive(bytes, source, '.epub');
  const container = parseXml((await archive.text(CONTAINER)) ?? '', source);
  const place = elementsNamed(container, 'rootfile')[0]?.attributes['full-path'] ?? '';
  const xml = await archive.text(place);
  if (xml === undefined) throw unreadable(source, 'a damaged .epub file');
  const book = parseXml(xml, source);
  const title = tidyTitle(textOfFirst(book, 'dc:title'));
  const chapters = chaptersOf(book, place);
  await checkIsOpen(archive, chapters, source);

  const documents = [];
  let characters = 0;
  for (const chapter of chapters) {
    const html = (await archive.text(chapter)) ?? '';
    characters += html.length;
    if (characters > MAX_HTML_CHARACTERS) throw new NewsdeskError('source-too-complex', { source });
    documents.push(htmlFragment(withEndTags(html), source, title));
  }
  return {
    title,
    author: personName(elementsNamed(book, 'dc:creator').map((creator) => xmlText(creator))),
    publishedAt: isoDate(textOfFirst(book, 'dc:date')),
    site: nameOf(textOfFirst(book, 'dc:publisher')),
    language: languageTag(textOfFirst(book, 'dc:language')),
    ...joinDocuments(documents),
  };
}

function unreadable(source: string, type: string): NewsdeskError {
  return new NewsdeskError('source-binary', { source, type });
}

/** Names in the archive of the chapters that the spine lists (EPUB 3.3, 5.7), each once. */
function chaptersOf(book: XmlElement, place: string): string[] {
  const items = new Map(
    elementsNamed(book, 'item', 'opf:item').map(({ attributes }) => [attributes['id'], attributes]),
  );
  const names = elementsNamed(book, 'itemref', 'opf:itemref').flatMap(({ attributes }) => {
    const { idref = '', linear } = attributes;
    const { href, properties = '' } = items.get(idref) ?? {};
    const isOutside = linear === 'no' || properties.split(' ').includes('nav');
    return href === undefined || isOutside ? [] : [nameIn(place, href)];
  });
  return [...new Set(names)];
}

/** A path in the archive of a file that is named from another. */
function nameIn(place: string, href: string): string {
  const [file = ''] = href.split('#', 1);
  return path.posix.join(path.posix.dirname(place), decoded(file));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Fonts may be scrambled in a book that can be read; chapters may not. */
async function checkIsOpen(
  archive: Archive,
  chapters: readonly string[],
  source: string,
): Promise<void> {
  const xml = await archive.text(ENCRYPTION);
  if (xml === undefined) return;
  const locked = elementsNamed(parseXml(xml, source), 'CipherReference', 'enc:CipherReference').map(
    ({ attributes }) => decoded(attributes['URI'] ?? ''),
  );
  if (chapters.some((chapter) => locked.includes(chapter))) {
    throw unreadable(source, 'an .epub file that is locked (DRM)');
  }
}
