import type { PdfElement } from './kinds/pdf/typesetter.js';

/** A document with headings, lists and a table, of which tests make files of every kind. */
export const HARBOUR_TITLE = 'Harbour of Lohme';
export const HARBOUR: readonly PdfElement[] = [
  {
    text: 'The harbour of Lohme has three piers and a crane, which Ute Behn has driven since the spring of 2019. It is open to guests from May until the end of September of each year.',
  },
  { heading: 'Fees', level: 2 },
  { text: 'Fees are paid at the hut beside the crane, in coins only.' },
  {
    rows: [
      ['Boat', 'Day', 'Week', 'Season'],
      ['Dinghy', '8 crowns', '40 crowns', '300 crowns'],
      ['Cutter', '12 crowns', '', '480 crowns'],
      [
        'Schooner with a mast that has to be laid down at the bridge',
        '20 crowns',
        '95 crowns',
        '700 crowns',
      ],
    ],
  },
  { heading: 'Rules', level: 2 },
  {
    items: [
      'Dogs stay on the boat.',
      'Fires are lit in the stone ring alone, and only if the warden, who is called Pim Roos, has been asked for it on the same day.',
      ['Music is allowed', ['until ten on weekdays', 'until midnight on Saturdays']],
    ],
  },
  { heading: 'How to moor', level: 2 },
  {
    ordered: true,
    items: ['Call the warden.', 'Take the rope from the second pier.', 'Pay the fee.'],
  },
  {
    text: 'Whoever breaks a rule has to leave within the hour, and may come back in the year after.',
  },
];

/** The same as Markdown. */
export function harbourMarkdown(): string {
  const parts = HARBOUR.map((element): string => {
    if ('heading' in element) return `${'#'.repeat(element.level)} ${element.heading}`;
    if ('text' in element) return element.text;
    if ('rows' in element) {
      const [head = [], ...body] = element.rows.map((row) => `| ${row.join(' | ')} |`);
      return [head, `|${'---|'.repeat(element.rows[0]?.length ?? 0)}`, ...body].join('\n');
    }
    return element.items
      .map((item, index) => {
        const [text, inner] = typeof item === 'string' ? [item, []] : item;
        const marker = element.ordered === true ? `${index + 1}.` : '-';
        return [`${marker} ${text}`, ...inner.map((each) => `  - ${each}`)].join('\n');
      })
      .join('\n');
  });
  return [`# ${HARBOUR_TITLE}`, ...parts].join('\n\n');
}

/** The same as a web page. */
export function harbourPage(): string {
  const list = (tag: string, items: readonly string[]) =>
    `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
  const parts = HARBOUR.map((element): string => {
    if ('heading' in element) return `<h2>${element.heading}</h2>`;
    if ('text' in element) return `<p>${element.text}</p>`;
    if ('rows' in element) {
      const rows = element.rows.map((row, index) => {
        const tag = index === 0 ? 'th' : 'td';
        return `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
      });
      return `<table>${rows.join('')}</table>`;
    }
    return list(
      element.ordered === true ? 'ol' : 'ul',
      element.items.map((item) =>
        typeof item === 'string' ? item : `${item[0]}${list('ul', item[1])}`,
      ),
    );
  });
  return `<!doctype html><html lang="en"><head><title>${HARBOUR_TITLE}</title></head><body><main><h1>${HARBOUR_TITLE}</h1>${parts.join('\n')}</main></body></html>`;
}
