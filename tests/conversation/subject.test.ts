import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/conversation/exchange.js';
import { referent } from '../../src/conversation/subject.js';

function exchange(question: string, text?: string, more: Partial<Exchange> = {}): Exchange {
  const span = { start: 0, end: text?.length ?? 0 };
  return {
    question,
    understood: question,
    articleId: 'a',
    confidence: 0.9,
    answer:
      text === undefined
        ? null
        : {
            ...span,
            text,
            articleId: 'a',
            passageStart: 0,
            passageEnd: text.length,
            passage: text,
            path: [],
            sentences: [span],
            units: [{ ...span, kind: 'sentence' }],
            highlights: [],
          },
    ...more,
  };
}

describe('what a pronoun stands for', () => {
  const mayor = exchange(
    'Who is the mayor of Aldermoor?',
    'The town is led by Marta Vogel, who was elected in 2021.',
  );

  it('is the person who was asked for', () => {
    expect(referent({ kind: 'she' }, [mayor])).toBe('Marta Vogel');
  });

  it('is the person who was asked about', () => {
    const asked = exchange('What did Henk Dorsman build?', 'He built it with Anna Kern.');
    expect(referent({ kind: 'he' }, [mayor, asked])).toBe('Henk Dorsman');
  });

  it('is a name without the word that only opens its sentence', () => {
    const goal = exchange('Who scored last?', 'Substitute Bex Harrow scored in the last minute.');
    expect(referent({ kind: 'she' }, [goal])).toBe('Bex Harrow');
  });

  it('is what there are several of for "they"', () => {
    const asked = exchange('How hot should the oven be for the almond buns?');
    expect(referent({ kind: 'they' }, [asked])).toBe('almond buns');
  });

  it('is the noun alone for "the old one"', () => {
    expect(referent({ kind: 'one' }, [exchange('What does the new kiln cost?')])).toBe('kiln');
  });

  it('is another person for "she" than for "he"', () => {
    const his = exchange('Where does he live?', 'Henk Dorsman lives in Ghent.', {
      understood: 'Where does Henk Dorsman live?',
      about: 'Henk Dorsman',
      pronoun: 'he',
    });
    expect(referent({ kind: 'she' }, [mayor, his])).toBe('Marta Vogel');
    expect(referent({ kind: 'she' }, [his])).toBeUndefined();
  });

  it('is the thing that the question names', () => {
    expect(referent({ kind: 'it' }, [exchange('What did the Kelvin Bridge cost?')])).toBe(
      'Kelvin Bridge',
    );
    expect(referent({ kind: 'it' }, [exchange('When does the closing quiz start?')])).toBe(
      'closing quiz',
    );
  });

  it('is the second of those that the answer names', () => {
    const list = exchange(
      'Who is in the delegation?',
      'It is made up of Andrei Belousov, Sergei Lavrov, and Alexander Novak.',
    );
    expect(referent({ kind: 'ordinal', ordinal: 2 }, [list])).toBe('Sergei Lavrov');
    expect(referent({ kind: 'ordinal', ordinal: -1 }, [list])).toBe('Alexander Novak');
  });
});
