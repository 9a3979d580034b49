import type { Handle } from 'hast-util-to-mdast';
import type { Heading, RootContent } from 'mdast';
import { isElement, propertiesOf } from './properties.js';
import { phrasingOf } from './phrasing.js';

export function headingOf(children: readonly RootContent[], depth: number): Heading {
  const level = ([1, 2, 3, 4, 5, 6] as const).find((each) => each === depth) ?? 2;
  return { type: 'heading', depth: level, children: phrasingOf(children) };
}

/** A heading one below the one that it stands under. */
function below(children: readonly RootContent[], asks = false): Heading {
  const heading = children.find((child) => child.type === 'heading');
  const data = asks ? { below: heading === undefined, asks } : { below: heading === undefined };
  return { ...headingOf(children, heading?.depth ?? 6), data };
}

/** `details` is a section under its `summary`; a button that opens something heads what it opens. */
export const disclosure: Handle = (state, element) => {
  if (element.tagName === 'button') {
    const { ariaExpanded, ariaControls } = propertiesOf(element);
    const children = state.all(element);
    return ariaExpanded === undefined && ariaControls === undefined ? children : below(children);
  }
  return element.children.flatMap((child) =>
    isElement(child) && child.tagName === 'summary'
      ? [below(state.all(child))]
      : state.toFlow([state.one(child, element) ?? []].flat() as RootContent[]),
  );
};

/** What schema.org's microdata names a question, whatever it looks like. */
export const question: Handle = (state, element) => below(state.all(element), true);
