import mammoth from 'mammoth';
import { NewsdeskError } from '../errors.js';
import type { Extract } from './extract.js';
import { htmlFragment } from './html.js';

/**
 * The text of a Word document (.docx), with its headings, lists and tables; pictures are left out.
 * @throws NewsdeskError `source-binary` if it is damaged
 */
export async function readDocx(bytes: Uint8Array, source: string): Promise<Extract> {
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    .catch((error: unknown) => {
      const type = 'a damaged .docx file';
      throw new NewsdeskError('source-binary', { source, type }, { cause: error });
    });
  const title = /<h1[^>]*>([^<]{1,300})<\/h1>/.exec(html.value)?.[1];
  return { title, ...htmlFragment(html.value, source, title) };
}
