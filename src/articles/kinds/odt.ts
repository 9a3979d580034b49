import { documentText } from '../../documents/document-text.js';
import { NewsdeskError } from '../../errors.js';
import { isoDate } from '../date.js';
import { languageTag, personName, type Extract } from '../extract.js';
import { tidyTitle } from '../title.js';
import { odtTree } from './odt-tree.js';
import { elementsNamed, parseXml, textOfFirst } from './xml.js';
import { openArchive } from './zip.js';

/**
 * A text document of LibreOffice and others (OpenDocument 1.3), with its headings, lists, tables and
 * notes; the table of contents, comments and pictures are left out.
 * @throws NewsdeskError `source-binary` if it is damaged or locked
 */
export async function readOdt(bytes: Uint8Array, source: string): Promise<Extract> {
  const archive = await openArchive(bytes, source, '.odt');
  const part = async (name: string) => parseXml((await archive.text(name)) ?? '', source);
  const manifest = await part('META-INF/manifest.xml');
  if (elementsNamed(manifest, 'manifest:encryption-data').length > 0) {
    throw new NewsdeskError('source-binary', { source, type: 'an .odt file with a password' });
  }
  const content = await part('content.xml');
  const body = elementsNamed(content, 'office:text')[0];
  if (body === undefined) {
    throw new NewsdeskError('source-binary', { source, type: 'a damaged .odt file' });
  }
  const meta = await part('meta.xml');
  const { tree, title } = odtTree(body, [content, await part('styles.xml')]);
  return {
    title: tidyTitle(textOfFirst(meta, 'dc:title')) ?? title,
    author: personName(textOfFirst(meta, 'meta:initial-creator', 'dc:creator')),
    publishedAt: isoDate(textOfFirst(meta, 'meta:creation-date', 'dc:date')),
    language: languageTag(textOfFirst(meta, 'dc:language')),
    ...documentText(tree),
  };
}
