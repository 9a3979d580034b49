import type { Element, ElementContent } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { asks } from '../questions.js';
import { phrasingOf, wordsOf } from './phrasing.js';
import { isElement } from './properties.js';
import { headingOf } from './headings.js';

interface Group {
  readonly terms: Element[];
  readonly definitions: Element[];
}

type Flow = ListItem['children'];

/**
 * A definition list: each term and what it means are one item. If terms ask, they are questions and
 * not terms.
 */
export const definitions: Handle = (state, element) => {
  const groups = groupsOf(element).map(({ terms, definitions }) => ({
    terms: terms.map((term) => phrasingOf(state.all(term))),
    content: definitions.flatMap((definition) => flowOf(state, definition)),
  }));
  const asking = groups.some(({ terms }) => terms.some((term) => asks(wordsOf(term))));
  if (asking) {
    return groups.flatMap(({ terms, content }): RootContent[] => [
      ...terms.map((term) => ({ ...headingOf(term, 6), data: { below: true } })),
      ...content,
    ]);
  }
  const items = groups.map(({ terms, content }) => item(terms, content));
  return { type: 'list', ordered: false, data: { defines: true }, children: items } satisfies List;
};

function flowOf(state: State, element: Element): Flow {
  return state.toFlow(state.all(element));
}

function item(terms: readonly PhrasingContent[][], [first, ...rest]: Flow): ListItem {
  const term = terms.flatMap((each, index): PhrasingContent[] =>
    index === 0 ? each : [{ type: 'text', value: ', ' }, ...each],
  );
  // Of its own kind, so that it is not joined with the text after it.
  const marked: PhrasingContent[] = term.length === 0 ? [] : [{ type: 'strong', children: term }];
  const meaning = first?.type === 'paragraph' ? first.children : [];
  const between = /[:：]$/u.test(wordsOf(term)) ? ' ' : ': ';
  const line: PhrasingContent[] =
    term.length === 0 || first === undefined
      ? [...marked, ...meaning]
      : [...marked, { type: 'text', value: between }, ...meaning];
  const others = first === undefined || first.type === 'paragraph' ? rest : [first, ...rest];
  return {
    type: 'listItem',
    children: [{ type: 'paragraph', children: line }, ...others],
    ...(term.length > 0 && { data: { term: 1 } }),
  };
}

/** Terms and their definitions, also if divisions are around each group. */
function groupsOf(list: Element): Group[] {
  const parts = list.children.flatMap((child): ElementContent[] =>
    isElement(child) && child.tagName === 'div' ? child.children : [child],
  );
  const groups: Group[] = [];
  for (const part of parts.filter(isElement)) {
    const last = groups.at(-1);
    if (part.tagName === 'dt') {
      if (last === undefined || last.definitions.length > 0) {
        groups.push({ terms: [part], definitions: [] });
      } else last.terms.push(part);
    } else if (last === undefined) groups.push({ terms: [], definitions: [part] });
    else last.definitions.push(part);
  }
  return groups;
}
