import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { NewsdeskError } from '../../errors.js';
import { MAX_ARCHIVE_ENTRIES, MAX_UNPACKED_BYTES } from '../limits.js';

/** The files of an archive, by their names. */
export interface Archive {
  has(name: string): boolean;
  /** A file's text in UTF-8; undefined if there is none of that name. */
  text(name: string): Promise<string | undefined>;
}

/**
 * Opens a document that is a ZIP archive. What its files take unpacked is bounded, for each and for
 * all that are read; a file that is larger than the archive says ends the reading.
 * @throws NewsdeskError `source-binary` if it is damaged, `source-too-complex` if it is too large
 */
export async function openArchive(
  bytes: Uint8Array,
  source: string,
  ending: string,
): Promise<Archive> {
  const damaged = (cause: unknown): NewsdeskError =>
    cause instanceof NewsdeskError
      ? cause
      : new NewsdeskError('source-binary', { source, type: `a damaged ${ending} file` }, { cause });
  const tooLarge = (): NewsdeskError => new NewsdeskError('source-too-complex', { source });
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const zip = await fromBufferPromise(buffer, { autoClose: false });
    if (zip.entryCount > MAX_ARCHIVE_ENTRIES) throw tooLarge();
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    let left = MAX_UNPACKED_BYTES;
    return {
      has: (name) => entries.has(name),
      text: async (name) => {
        const entry = entries.get(name);
        if (entry === undefined) return undefined;
        left -= entry.uncompressedSize;
        if (left < 0) throw tooLarge();
        return read(zip, entry).catch((error: unknown) => {
          throw damaged(error);
        });
      },
    };
  } catch (error) {
    throw damaged(error);
  }
}

/** Ends with an error when more comes than the archive's directory says. */
async function read(zip: ZipFile, entry: Entry): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return new TextDecoder().decode(Buffer.concat(parts));
}
