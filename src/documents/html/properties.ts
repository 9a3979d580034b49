import type { Element, ElementContent } from 'hast';

/** An element of this name is a question by what the page says of it. */
export const QUESTION = 'x-question';

/** The attributes that reading looks at, by their names in hast. */
export interface Properties {
  readonly role?: string | undefined;
  readonly ariaLevel?: string | undefined;
  readonly ariaExpanded?: string | undefined;
  readonly ariaControls?: string | undefined;
  readonly href?: string | undefined;
  readonly start?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: string | undefined;
  readonly checked?: string | undefined;
  readonly colSpan?: string | undefined;
  readonly rowSpan?: string | undefined;
}

export function propertiesOf(element: Element): Properties {
  return element.properties as Properties;
}

export function isElement(node: ElementContent | undefined): node is Element {
  return node?.type === 'element';
}

/** All text in an element, line breaks included. */
export function rawText(...nodes: readonly ElementContent[]): string {
  const parts: string[] = [];
  const pending: ElementContent[] = nodes.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'element') {
      if (node.tagName === 'br') parts.push('\n');
      for (const child of node.children.toReversed()) pending.push(child);
    }
  }
  return parts.join('');
}

/** An element's descendants of a kind, the nearest first, none inside another. */
export function descendants(element: Element, is: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const pending = element.children.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isElement(node)) continue;
    if (is(node)) found.push(node);
    else for (const child of node.children.toReversed()) pending.push(child);
  }
  return found;
}
