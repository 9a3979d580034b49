import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/articles/document.js';
import { zipOf } from './zip-maker.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/package/2006';
const paragraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (body: string) =>
  zipOf({
    '[Content_Types].xml': `<Types xmlns="${R}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${R}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  });
const open = (bytes: Uint8Array) =>
  openDocument(bytes, { name: 'fees.docx', source: '/fees.docx' });

describe('a Word document', () => {
  it('is read with its title, and its tables a row a line', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const found = await open(
      docx(
        paragraph('Mooring fees', 'Heading1') +
          paragraph('The harbour asks for a fee from May to October.') +
          `<w:tbl><w:tr>${cell('Boat')}${cell('Fee')}</w:tr><w:tr>${cell('Dinghy')}${cell('40')}</w:tr></w:tbl>`,
      ),
    );
    const article = found.kind === 'article' ? found.article : undefined;
    expect(article?.title).toBe('Mooring fees');
    expect(article?.text).toContain('The harbour asks for a fee from May to October.');
    expect(article?.text).toContain('Dinghy | 40');
  });

  it('is called damaged if it is', async () => {
    const broken = docx(paragraph('Fees')).subarray(0, 700);
    await expect(open(Buffer.concat([broken, Buffer.from('word/document.xml')]))).rejects.toThrow(
      /damaged \.docx/,
    );
  });
});
