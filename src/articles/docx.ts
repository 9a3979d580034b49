import mammoth from 'mammoth';
import { NewsdeskError } from '../errors.js';
import type { Extract } from './extract.js';
import { htmlFragment } from './html.js';
import { openArchive } from './kinds/zip.js';

/**
 * The text of a Word document (.docx), with its headings, lists and tables; pictures are left out.
 * @throws NewsdeskError `source-binary` if it is damaged, `source-too-complex` if it is too large
 */
export async function readDocx(bytes: Uint8Array, source: string): Promise<Extract> {
  // Mammoth unpacks without a limit, so that what it takes is unpacked within one before.
  const archive = await openArchive(bytes, source, '.docx');
  for (const part of PARTS) await archive.text(`word/${part}.xml`);
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    .catch((error: unknown) => {
      const type = 'a damaged .docx file';
      throw new NewsdeskError('source-binary', { source, type }, { cause: error });
    });
  const title = firstHeading(html.value);
  return { title, ...htmlFragment(html.value, source, title) };
}

/** The parts of which mammoth makes the text. */
const PARTS = ['document', 'styles', 'numbering', 'footnotes', 'endnotes', 'comments'];

const LONGEST_TITLE = 300;

/** The text of the first heading of level 1, if it is plain and short. */
function firstHeading(html: string): string | undefined {
  const from = html.indexOf('<h1>') + '<h1>'.length;
  if (from < '<h1>'.length) return undefined;
  const to = html.slice(from, from + LONGEST_TITLE + 1).indexOf('</h1>');
  const text = to < 1 ? '' : html.slice(from, from + to);
  return text === '' || text.includes('<') ? undefined : text;
}
