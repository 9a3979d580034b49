import { describe, expect, it } from 'vitest';
import type { WeighedSentence } from '../../../src/answering/bold.js';
import {
  asksForWhole,
  mayAnswer,
  numbered,
  wholeAnswer,
  withCode,
} from '../../../src/answering/sections/structure.js';
import type { SentenceRecord } from '../../../src/store/store.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { wantedOf } from '../../../src/answering/asked/wanted.js';
import { passageOf, queryOf } from '../made.js';

const sentence = (text: string, kind: SentenceRecord['kind'] = 'sentence') => {
  const [made] = passageOf('Quill', [text]).sentences;
  if (made === undefined) throw new Error('no sentence');
  return { ...made, kind };
};

describe('what may answer', () => {
  it('is no question', () => {
    expect(mayAnswer(sentence('What is Quill?'))).toBe(false);
    expect(mayAnswer(sentence('Quill turns notes into letters.'))).toBe(true);
  });

  it('is an address only where one is asked for', () => {
    const address = sentence('https://quill.example/what-is-quill', 'item');
    expect(mayAnswer(address, queryOf('What is Quill?'))).toBe(false);
    expect(mayAnswer(address, queryOf('What is the address of Quill?'))).toBe(true);
  });
});

describe('a number that is asked for', () => {
  it('is that of a row whose first cell it is', () => {
    const rows = ['1. | Kelby Ravens | 22', '2. | Anley Otters | 19', '12. | Colm Foxes | 2'];
    const passage = passageOf('League', rows);
    const weighed = rows.map((text, at): WeighedSentence => {
      const features = {} as WeighedSentence['features'];
      return { passage, at, sentence: sentence(text, 'row'), features, strength: 0, share: 0 };
    });
    const found = numbered({ whole: false, ordinal: 2 }, weighed);
    expect(found?.sentence.text).toBe('2. | Anley Otters | 19');
    expect(numbered({ whole: false, ordinal: 22 }, weighed)).toBeUndefined();
  });
});

describe('a sentence that introduces code', () => {
  const lines = [
    ['Start it with:', 'sentence'],
    ['npm ci', 'code'],
    ['npm start', 'code'],
    ['Then open the page.', 'sentence'],
    ['curl localhost', 'code'],
  ] as const;
  const passage = passageOf(
    'Quill',
    lines.map(([text]) => text),
  );
  const weighed = lines.map(([text, kind], at): WeighedSentence => {
    const features = {} as WeighedSentence['features'];
    return { passage, at, sentence: sentence(text, kind), features, strength: 0, share: 0 };
  });
  const shown = (at: number): string[] | undefined => {
    const best = weighed[at];
    if (best === undefined) throw new Error('no such line');
    return withCode(weighed, { best, sentences: [best], share: 0 })?.sentences.map(
      (unit) => unit.sentence.text,
    );
  };

  it('is shown with the code up to the next sentence', () => {
    expect(shown(0)).toEqual(['Start it with:', 'npm ci', 'npm start']);
  });

  it('leaves other sentences, and code, as they are', () => {
    expect(shown(3)).toBeUndefined();
    expect(shown(1)).toBeUndefined();
  });
});

describe('a label in a paragraph of its own', () => {
  function listOf(question: string, ...lines: readonly string[]): string | undefined {
    const made = passageOf('Winter Cup', lines);
    const sentences = made.sentences.map((unit, block) => ({
      ...unit,
      block,
      kind: block === 0 ? ('sentence' as const) : ('item' as const),
    }));
    const passage = { ...made, sentences };
    const weighed = sentences.map((unit, at): WeighedSentence => {
      const features = {} as WeighedSentence['features'];
      return { passage, at, sentence: unit, features, strength: 0, share: 0 };
    });
    const best = weighed[0];
    if (best === undefined) throw new Error('no line');
    const query = queryOf(question);
    const bold = { best, sentences: [best], share: 0 };
    return asksForWhole(query, askedFor(query.words), wantedOf(query.words), passage, bold)?.text;
  }

  it('says nothing without the list that it names', () => {
    expect(listOf('what do you win', 'Prizes', '500 coins', '200 coins')).toBe('500 coins');
    expect(listOf('what is sold there', 'For sale', 'cups', 'scarves')).toBe('cups');
  });

  it('is no sentence', () => {
    expect(listOf('what do you win', 'You win coins.', '500 coins', '200 coins')).toBeUndefined();
    expect(listOf('what do you win', 'The winner gets a cup and a lot of coins', 'one')).toBe(
      undefined,
    );
  });
});

describe('an answer below a question of the document', () => {
  const entry = ['One dog per room is welcome.', 'Dogs are not allowed in the conservatory.'];
  const passage = {
    ...passageOf('Kestrel House: questions', entry),
    path: ['May I bring my dog?'],
  };
  const weighed = passage.sentences.map((one, at): WeighedSentence => {
    const features = {} as WeighedSentence['features'];
    return { passage, at, sentence: one, features, strength: 0, share: 0.5 };
  });
  const wholeFor = (question: string): string[] | undefined => {
    const query = queryOf(question);
    const [best] = weighed;
    if (best === undefined) throw new Error('no sentence');
    const bold = { best, sentences: [best], share: 0.5 };
    const whole = wholeAnswer(query, askedFor(query.words), passage, weighed, bold);
    return whole?.sentences.map(({ sentence: { text } }) => text);
  };

  it('is whole if that is asked, also by who names the place', () => {
    expect(wholeFor('Can I bring my dog?')).toEqual(entry);
    expect(wholeFor('Can I bring my dog to Kestrel House?')).toEqual(entry);
  });

  it('is not if something else is asked', () => {
    expect(wholeFor('Where is the conservatory of Kestrel House?')).toBeUndefined();
    expect(wholeFor('Can I bring my dog to the old harbour swimming pool?')).toBeUndefined();
  });
});
