import { constants, deflateRawSync } from 'node:zlib';

/** A zlib stream (RFC 1950) of some text over and over, made without ever having the whole. */
function deflatedRepeat(text: string, megabytes: number): Buffer {
  const megabyte = Buffer.alloc(2 ** 20, text);
  // Blocks that end at a full flush know nothing of one another, so they can be strung together.
  const block = deflateRawSync(megabyte, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: megabytes }, () => block);
  return Buffer.concat([Buffer.of(0x78, 0x9c), ...blocks, Buffer.of(0x03, 0x00)]);
}

/** A PDF of one page whose content is a text over and over: 4 GB of it take some 4 MB. */
export function pdfOf(text: string, megabytes: number): Uint8Array {
  const content = deflatedRepeat(text, megabytes);
  return pdfFile([], [`<</Filter/FlateDecode/Length ${content.length}>>`, content], FONT);
}

/** A PDF of a few kB whose forms draw one another ten times each: ten billion words in all. */
export function pdfOfFormsInForms(): Uint8Array {
  const levels = 10;
  const stream = (content: string, dictionary = ''): PdfObject => [
    `<<${dictionary}/Length ${content.length}>>`,
    Buffer.from(content),
  ];
  const form = (resources: string, content: string) =>
    stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`);
  const drawing = '/X Do '.repeat(10);
  const forms = Array.from({ length: levels }, (_, level) =>
    form(`/XObject<</X ${level + 2} 0 R>>`, drawing),
  );
  return pdfFile(
    [...forms, form(FONT, 'BT /F 9 Tf (word)Tj ET')],
    stream(drawing),
    '/XObject<</X 1 0 R>>',
  );
}

type PdfObject = readonly [dictionary: string, stream?: Buffer];

const FONT = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';

/** One page with a content, and objects numbered from 1 that it may use. */
function pdfFile(objects: readonly PdfObject[], content: PdfObject, resources: string): Uint8Array {
  const first = objects.length + 1;
  return file([
    ...objects,
    content,
    [
      `<</Type/Page/Parent ${first + 2} 0 R/MediaBox[0 0 99 99]/Contents ${first} 0 R/Resources<<${resources}>>>>`,
    ],
    [`<</Type/Pages/Kids[${first + 1} 0 R]/Count 1>>`],
    [`<</Type/Catalog/Pages ${first + 2} 0 R>>`],
  ]);
}

/** Objects numbered from 1, the last one the catalogue, each with the stream that belongs to it. */
function file(objects: readonly PdfObject[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const entries = objects.map(([dictionary, stream], index) => {
    const entry = `${String(length).padStart(10, '0')} 00000 n \n`;
    add(Buffer.from(`${index + 1} 0 obj\n${dictionary}\n`));
    if (stream !== undefined) {
      add(Buffer.from('stream\n'));
      add(stream);
      add(Buffer.from('\nendstream\n'));
    }
    add(Buffer.from('endobj\n'));
    return entry;
  });
  const at = length;
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Root ${size - 1} 0 R/Size ${size}>>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
