import { fileTypeFromBuffer } from 'file-type';
import { NewsdeskError } from '../errors.js';

/** Formats that are written in letters and yet are no text to read. */
const LETTERED_FORMATS = new Set(['rtf', 'ps', 'eps']);
/** How formats begin that no text begins like, in Latin-1: seen also if the rest is cut off. */
const MARKS: Readonly<Record<string, string>> = {
  '\x89PNG\r\n\x1a\n': 'png',
  '\xff\xd8\xff': 'jpg',
  'PK\x03\x04': 'zip',
  '\x1f\x8b\x08': 'gz',
  '7z\xbc\xaf\x27\x1c': '7z',
  'Rar!\x1a\x07': 'rar',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1': 'cfb',
  '\x7fELF': 'elf',
};
const LONGEST_MARK = 8;

/** Text has next to none of these; a few strays are dropped later. */
const STRANGE = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g;
const MAX_STRANGE = 8;
const MAX_STRANGE_SHARE = 0.02;
/** Of a text so short that it could not have more. */
const MAX_STRANGE_SHARE_OF_FEW = 0.1;

/** Refuses what is no text, and says what it is. @throws NewsdeskError `source-binary` */
export async function checkIsText(bytes: Uint8Array, text: string, source: string): Promise<void> {
  const sample = text.slice(0, 64_000);
  const strange = sample.match(STRANGE)?.length ?? 0;
  const format = markedFormat(bytes) ?? (await namedFormat(bytes, strange));
  if (format !== undefined) {
    throw new NewsdeskError('source-binary', { source, type: `a .${format} file` });
  }
  const share = strange / Math.max(1, sample.length);
  const most = strange > MAX_STRANGE ? MAX_STRANGE_SHARE : MAX_STRANGE_SHARE_OF_FEW;
  if (share > most) throw new NewsdeskError('source-binary', { source, type: 'binary data' });
}

function markedFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, LONGEST_MARK)).toString('latin1');
  return Object.entries(MARKS).find(([mark]) => start.startsWith(mark))?.[1];
}

/** A few letters, such as "BM" for a bitmap, pass for a format's mark: they need a second witness. */
async function namedFormat(bytes: Uint8Array, strange: number): Promise<string | undefined> {
  const ext = (await fileTypeFromBuffer(bytes))?.ext;
  const isFormat = ext !== undefined && (strange > 0 || LETTERED_FORMATS.has(ext));
  return isFormat && ext !== 'xml' ? ext : undefined;
}
