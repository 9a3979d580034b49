import { PDFDocument, PDFName, PDFNumber, PDFOperator, StandardFonts, type PDFRef } from 'pdf-lib';

/** A line in an element of the file's structure; `Artifact` stands outside it. */
export interface TaggedLine {
  readonly role: string;
  readonly text: string;
  /** Whether it goes on with the element of the line before. */
  readonly goesOn?: boolean;
  readonly size?: number;
}

/** One page whose lines are marked, with a structure tree that says what they are (ISO 32000-1, 14.7). */
export async function taggedPdf(
  lines: readonly TaggedLine[],
  roles: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const { context } = pdf;
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  const root = context.nextRef();
  const elements: { readonly role: string; readonly marks: number[] }[] = [];
  const owners: number[] = [];
  let marks = 0;
  lines.forEach(({ role, text, goesOn = false, size = 11 }, index) => {
    const isArtifact = role === 'Artifact';
    if (!goesOn && !isArtifact) elements.push({ role, marks: [] });
    const mark = marks;
    if (!isArtifact) {
      elements.at(-1)?.marks.push(mark);
      owners.push(elements.length - 1);
      marks++;
    }
    page.pushOperators(
      isArtifact
        ? PDFOperator.of('BMC' as never, [PDFName.of('Artifact')])
        : PDFOperator.of('BDC' as never, [PDFName.of(role), context.obj({ MCID: mark }) as never]),
    );
    page.drawText(text, { x: 62, y: 780 - index * 14, size, font });
    page.pushOperators(PDFOperator.of('EMC' as never));
  });
  const refs = elements.map(({ role, marks }): PDFRef =>
    context.register(
      context.obj({
        Type: 'StructElem',
        S: role,
        P: root,
        Pg: page.ref,
        K: marks.map((mark) => PDFNumber.of(mark)),
      }),
    ),
  );
  const parents = context.obj({ Nums: [0, owners.map((owner) => refs[owner] ?? root)] });
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: refs,
      ParentTree: context.register(parents),
      RoleMap: roles,
    }),
  );
  page.node.set(PDFName.of('StructParents'), PDFNumber.of(0));
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
  pdf.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  return pdf.save();
}
