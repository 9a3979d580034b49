import { describe, expect, it } from 'vitest';
import { mentionsOf } from '../../../src/conversation/desk/mentions.js';
import { passageOf } from '../../answering/made.js';

const PASSAGES = [
  passageOf('The mill', [
    'Foreign Minister Odile Ferrand came to the mill in Grauen on 4 May 2024.',
    'Ferrand met the miller, Henk Dorsman, who grinds 300 tonnes of rye a year.',
    'The Grauen City Council paid for the wheel, and Dorsman thanked Odile Ferrand.',
  ]),
];
const textsOf = (kind: Parameters<typeof mentionsOf>[1]) =>
  mentionsOf(PASSAGES, kind).map(({ text }) => text);

describe('what an article names', () => {
  it('is its people, each once and without their offices', () => {
    expect(textsOf('people')).toEqual(['Odile Ferrand', 'Henk Dorsman']);
  });

  it('is its places, dates and numbers', () => {
    expect(textsOf('places')).toContain('Grauen');
    expect(textsOf('dates')).toEqual(['4 May 2024']);
    expect(textsOf('numbers')).toEqual(['300']);
  });
});
