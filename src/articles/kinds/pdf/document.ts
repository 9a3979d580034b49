import { getDocumentProxy } from 'unpdf';
import { NewsdeskError } from '../../../errors.js';
import { pageLines, type PdfLine, type PdfPage } from './lines.js';

/** The part of pdf.js that reading needs; unpdf's own types do not resolve as ES modules. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage & { cleanup(): unknown }>;
  getMetadata(): Promise<{ readonly info: PdfInfo }>;
  destroy(): Promise<void>;
}

export type PdfInfo = Readonly<Record<string, unknown>>;

export interface PdfContent {
  /** The lines of each page. */
  readonly pages: readonly (readonly PdfLine[])[];
  /** The document information dictionary (ISO 32000-1, 14.3.3). */
  readonly info: PdfInfo;
}

/** Reads all pages of a PDF. @throws NewsdeskError `pdf-encrypted` or `pdf-broken` */
export async function pdfContent(bytes: Uint8Array, source: string): Promise<PdfContent> {
  let pdf: PdfDocument | undefined;
  try {
    pdf = await open(bytes);
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push(await pageLines(page));
      page.cleanup();
    }
    const { info } = await pdf.getMetadata();
    return { pages, info };
  } catch (error) {
    throw pdfError(error, source);
  } finally {
    await pdf?.destroy();
  }
}

/** VerbosityLevel.ERRORS: warnings would go to standard output, where a command's JSON belongs. */
const ERRORS_ONLY = 0;

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  // A copy, for pdf.js takes the bytes away from their owner, and no Buffer, which it refuses.
  const opened: unknown = await getDocumentProxy(new Uint8Array(bytes), { verbosity: ERRORS_ONLY });
  return opened as PdfDocument;
}

/** A damaged file can cause an error of any kind in pdf.js, a TypeError among them. */
function pdfError(error: unknown, source: string): NewsdeskError {
  const options = { cause: error };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') return new NewsdeskError('pdf-encrypted', { source }, options);
  return new NewsdeskError('pdf-broken', { source, reason: message.replace(/\.$/, '') }, options);
}
