import { elementsNamed, type XmlElement } from './xml.js';

/** What the styles of a document say that is more than looks. */
export interface OdtStyles {
  /** Names of the style and of those that it is made of, nearest first. */
  names(style: string | undefined): string[];
  isBold(style: string | undefined): boolean;
  isNumbered(listStyle: string | undefined, level: number): boolean;
}

/** Styles build on one another no longer than this. */
const MAX_PARENTS = 20;

export function odtStyles(documents: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, XmlElement>();
  const numbered = new Set<string>();
  for (const document of documents) {
    for (const style of elementsNamed(document, 'style:style')) {
      styles.set(style.attributes['style:name'] ?? '', style);
    }
    for (const list of elementsNamed(document, 'text:list-style')) {
      for (const level of elementsNamed(list, 'text:list-level-style-number')) {
        const format = level.attributes['style:num-format'] ?? '';
        if (format === '') continue;
        numbered.add(`${list.attributes['style:name']} ${level.attributes['text:level']}`);
      }
    }
  }
  const chain = (style: string | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    let next = styles.get(style ?? '');
    while (next !== undefined && found.length < MAX_PARENTS) {
      found.push(next);
      next = styles.get(next.attributes['style:parent-style-name'] ?? '');
    }
    return found;
  };
  return {
    names: (style) => [
      style ?? '',
      ...chain(style).map(({ attributes }) => attributes['style:parent-style-name'] ?? ''),
    ],
    isBold: (style) =>
      chain(style)
        .flatMap((each) => elementsNamed(each, 'style:text-properties'))
        .map(({ attributes }) => attributes['fo:font-weight'])
        .find((weight) => weight !== undefined) === 'bold',
    isNumbered: (listStyle = '', level) => numbered.has(`${listStyle} ${level}`),
  };
}
