import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../src/articles/kinds/pdf/index.js';
import { tagsOf, type StructNode } from '../../../../src/articles/kinds/pdf/tags.js';
import { taggedPdf, type TaggedLine } from './tagged.js';

const LINES: readonly TaggedLine[] = [
  { role: 'H1', text: 'Kelby harbour', size: 20 },
  { role: 'P', text: 'The harbour has three piers and a crane that lifts boats of eleven tonnes.' },
  { role: 'H2', text: 'Mooring fees' },
  { role: 'P', text: 'A berth costs 12 crowns a night, and the first night is free for' },
  { role: 'P', text: 'members of the club.', goesOn: true },
  { role: 'H3', text: 'winter berths' },
  { role: 'P', text: 'From October on boats lie ashore.' },
];
const read = async (lines: readonly TaggedLine[], roles?: Readonly<Record<string, string>>) => {
  const { text, blocks, title } = await readPdf(await taggedPdf(lines, roles), 'a.pdf');
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [[block.level, text.slice(block.start, block.end)]] : [],
  );
  return { text, title, headings };
};
const HEADINGS = [
  [2, 'Mooring fees'],
  [3, 'winter berths'],
];

describe('a PDF with a structure of its own', () => {
  it('has its headings by that, though they look like text', async () => {
    const { title, headings, text } = await read(LINES);
    expect(title).toBe('Kelby harbour');
    expect(headings).toEqual(HEADINGS);
    expect(text).toContain('the first night is free for members of the club.');
  });

  it('has them also where a program names them in its own words', async () => {
    const lines = LINES.map((line) =>
      line.role.startsWith('H') ? { ...line, role: `Head${line.role}` } : line,
    );
    const roles = { HeadH1: 'H1', HeadH2: 'H2', HeadH3: 'H3' };
    expect((await read(lines, roles)).headings).toEqual(HEADINGS);
  });

  it('has no other headings, whatever looks like one', async () => {
    const shout: TaggedLine = { role: 'P', text: 'NO DOGS ON THE PIER' };
    const { headings, text } = await read([...LINES.slice(0, 5), shout, ...LINES.slice(5)]);
    expect(headings).toEqual(HEADINGS);
    expect(text).toContain('NO DOGS ON THE PIER');
  });

  it('is read by its letters where its structure calls everything a heading', async () => {
    const all = (role: string) => read(LINES.map((line) => ({ ...line, role })));
    expect(await all('H1')).toEqual(await all('P'));
  });

  it('ends a paragraph with its element', async () => {
    const next: TaggedLine = { role: 'P', text: 'and the crane is closed on Sundays at noon too' };
    const { text } = await read([...LINES.slice(0, 2), next, ...LINES.slice(2)]);
    expect(text).toContain('eleven tonnes.\n\nand the crane');
  });

  it('is read without what it calls an artifact', async () => {
    const header: TaggedLine = { role: 'Artifact', text: 'Harbour office, 3 May' };
    expect((await read([header, ...LINES, header])).text).not.toContain('Harbour office');
  });
});

describe('the structure of a page', () => {
  it('is read as deep as people make it, and no deeper', () => {
    let deep: StructNode = { type: 'content', id: 'mc0' };
    for (let depth = 0; depth < 50_000; depth++) deep = { role: 'P', children: [deep] };
    const near: StructNode = { role: 'H2', children: [{ type: 'content', id: 'mc1' }] };
    const tags = tagsOf({ role: 'Root', children: [deep, near] });
    expect([...tags.keys()]).toEqual(['mc1']);
    expect(tags.get('mc1')?.level).toBe(2);
  });

  it('is none in a file that has none', () => {
    expect(tagsOf(null).size).toBe(0);
  });
});
