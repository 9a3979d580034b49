import { analyse } from 'chardet';

/** Enough for a statistical guess, and quick. */
const SAMPLE_BYTES = 64_000;
/** Chardet gives 10 to encodings that are merely not impossible. */
const GUESS_CONFIDENCE = 10;
const FALLBACK = 'windows-1252';

/**
 * Bytes as text: by byte order mark, as UTF-16 or UTF-8 if they are that, else in the encoding
 * that is declared (a label of the WHATWG Encoding standard) or that the letters point to. A byte
 * order mark is not part of the text; nothing else is changed.
 */
export function decode(bytes: Uint8Array, declared?: string): string {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  try {
    // Text in another encoding that happens to be valid UTF-8 is as good as never met.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = knownEncoding(declared);
    if (encoding !== 'utf-8') return decodeAs(bytes, encoding ?? guess(bytes));
    const text = new TextDecoder(encoding).decode(bytes);
    return isMostlySound(text) ? text : decodeAs(bytes, guess(bytes));
  }
}

/** Whether a text that was declared to be UTF-8 is, but for a few damaged letters. */
function isMostlySound(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const broken = sample.match(/\ufffd/g)?.length ?? 0;
  return broken < (sample.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 nearly every second byte of a Western text is zero, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even++;
    if (byte === 0 && at % 2 === 1) odd++;
  });
  const many = sample.length * 0.35;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return undefined;
}

function guess(bytes: Uint8Array): string {
  const best = analyse(bytes.subarray(0, SAMPLE_BYTES)).find(
    // UTF-8 was tried in earnest; UTF-16 and UTF-32 are seen without statistics.
    ({ name }) => !name.startsWith('UTF-') && knownEncoding(name) !== undefined,
  );
  return best !== undefined && best.confidence > GUESS_CONFIDENCE ? best.name : FALLBACK;
}

/** The encoding's own name, for one of its labels. */
function knownEncoding(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, label: string): string {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  return decoder.encoding === FALLBACK ? text.replace(/[\x80-\x9f]/g, windows1252) : text;
}

/** 0x80 to 0x9f in windows-1252 (WHATWG Encoding); undefined places keep their control character. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20 and others decode windows-1252 as Latin-1 (nodejs/node#56542), where these are controls. */
function windows1252(control: string): string {
  return WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80);
}
