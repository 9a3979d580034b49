import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/conversation/exchange.js';
import { withWordsOf } from '../../src/conversation/rewrite.js';
import { isOfWhole, referent, thingIn } from '../../src/conversation/subject.js';
import { asHeaded } from '../../src/conversation/written-name.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';
import { sinceChange, takesNothingOver, withoutWhole } from '../../src/conversation/topic.js';

function exchange(question: string, text?: string, more: Partial<Exchange> = {}): Exchange {
  return {
    question,
    understood: question,
    articleId: 'a',
    confidence: 0.9,
    answer: text === undefined ? null : answerOf(text),
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

  it('is whoever does something before what it is done to', () => {
    const asked = exchange('When did Dorsman last visit Aldermoor?', 'In 2019.');
    expect(referent({ kind: 'he' }, [asked])).toBe('Dorsman');
  });

  it('is the thing whose news was asked for, and not that it is new', () => {
    expect(referent({ kind: 'it' }, [exchange("What's new in Mossgate 2.1?")])).toMatch(
      /^Mossgate/u,
    );
    expect(referent({ kind: 'it' }, [exchange('What is included in the day pass?')])).toBe(
      'day pass',
    );
  });

  it('is who did something, without the verb before what it was about', () => {
    const asked = (question: string): string | undefined => thingIn([exchange(question)]);
    expect(asked('what did kim say about the harbour')).toBe('harbour');
    expect(asked('what did kim say about russia')).toBe('kim');
    expect(asked('what does the council do when it snows')).toBe('council');
  });

  it('is the whole noun after "how do I", of which no word is a verb', () => {
    const asked = exchange('How do I make the plum cake?');
    expect(referent({ kind: 'it' }, [asked])).toBe('plum cake');
    expect(referent({ kind: 'it' }, [exchange('When does the quiz start?')])).toBe('quiz');
  });

  it('is several things, but not what "it" does, for "they"', () => {
    const asked = exchange('Where is the picnic if it rains?');
    expect(referent({ kind: 'they' }, [asked])).toBe('picnic');
  });

  it('is written as the answer writes it', () => {
    const asked = exchange('who was odalys brenner', 'Odalys Brenner mapped the Orlau range.');
    expect(referent({ kind: 'she' }, [asked])).toBe('Odalys Brenner');
  });

  it('is who a surname in small letters belongs to, without a title', () => {
    const text = 'The party takes Foreign Minister Aldo Brenner, and Deputy Minister Ilan Voss.';
    expect(referent({ kind: 'he' }, [exchange('who is voss', text)])).toBe('Ilan Voss');
    expect(referent({ kind: 'he' }, [exchange('who is brenner', text)])).toBe('Aldo Brenner');
    const passages = [passageOf('A visit', ['President Odo Maas sails to Lunden.'])];
    const asked = exchange('where is maas going', 'The visit ends with a concert.');
    expect(referent({ kind: 'he' }, [asked], passages)).toBe('Odo Maas');
  });

  it('is no everyday word that opens a sentence, but whom the article is called after', () => {
    const texts = [
      'Odo Maas was a whaler.',
      'Born in Orlau, he went to sea.',
      'He died in Lunden.',
    ];
    const passages = [passageOf('Odo Maas', texts)];
    const asked = exchange('when did he go to sea', texts[1]);
    expect(referent({ kind: 'he' }, [asked], passages)).toBe('Odo Maas');
    expect(referent({ kind: 'she' }, [asked], passages)).toBeUndefined();
    const book = exchange('what do they read?', 'They read "The Salt Path".', {
      answer: {
        ...answerOf('They read "The Salt Path".'),
        highlights: [{ start: 11, end: 25 }],
      },
    });
    expect(referent({ kind: 'he' }, [book])).toBeUndefined();
    const place = [passageOf('Heron Bridge', ['Heron Bridge is old.', 'He built it.'])];
    expect(referent({ kind: 'he' }, [exchange('is it old?', 'Yes.')], place)).toBeUndefined();
  });

  it('is whose the several are that an answer lists', () => {
    const crew = exchange(
      'Who is in Odo Maas’s crew?',
      'It has Andrei Belker, Sergei Laws and Jo Nowak.',
    );
    expect(referent({ kind: 'he' }, [crew])).toBe('Odo Maas');
  });

  it('is the place that answers "where", if the question is about a person', () => {
    const text = 'Maas will stay at the Heron guesthouse, where Bo Lind stayed before.';
    const start = text.indexOf('Heron');
    const highlights = [{ start, end: start + 'Heron guesthouse'.length }];
    const answer = { ...answerOf(text), highlights };
    const stay = exchange('Where will Maas stay?', text, { answer });
    const passages = [passageOf('A visit', ['Maas said that he looks forward to it.'])];
    expect(referent({ kind: 'it' }, [stay], passages)).toBe('Heron guesthouse');
    const used = exchange('who used it before?', text, {
      about: 'Heron guesthouse',
      pronoun: 'it',
      understood: 'who used the Heron guesthouse before?',
    });
    expect(referent({ kind: 'he' }, [stay, used], passages)).not.toBe('Heron guesthouse');
  });

  it('is whoever else an answer names, if the one asked about is the other', () => {
    const text = 'In 1939 she had married the violin maker Casimir Vogt.';
    const married = exchange('Did Odalys Brenner marry?', text, {
      about: 'Odalys Brenner',
      pronoun: 'she',
    });
    const passages = [passageOf('A life', [text])];
    expect(referent({ kind: 'he' }, [married], passages)).toBe('Casimir Vogt');
    expect(referent({ kind: 'she' }, [married], passages)).toBe('Odalys Brenner');
  });

  it('is nobody whom the article calls the other', () => {
    const passages = [
      passageOf('Moth Hours', [
        'The music is by Bastien Roy, who recorded it in his kitchen.',
        'A PlayPort version is not planned.',
      ]),
    ];
    const sold = exchange('How much did she sell?', 'She sold 21 copies.', {
      about: 'Ilse Maker',
      pronoun: 'she',
    });
    const music = exchange('Who made the music?', passages[0]?.sentences[0]?.text);
    expect(referent({ kind: 'she' }, [sold, music], passages)).toBe('Ilse Maker');
    expect(referent({ kind: 'he' }, [sold, music], passages)).toBe('Bastien Roy');
    const port = exchange('And PlayPort?', passages[0]?.sentences[1]?.text);
    expect(referent({ kind: 'she' }, [sold, port], passages)).toBe('Ilse Maker');
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

  it('is what does, or is counted, without the verb and the "how many"', () => {
    expect(thingIn([exchange('What does entry cost?')])).toBe('entry');
    expect(thingIn([exchange('How many plums?')])).toBe('plums');
  });

  it('is no place of a dateline for "she"', () => {
    const news = exchange('Who said so?', 'LUNDEN, 3 May - The council said so.');
    expect(referent({ kind: 'she' }, [news])).toBeUndefined();
  });

  it('is the second of those that the answer names', () => {
    const list = exchange(
      'Who is in the delegation?',
      'It is made up of Andrei Belousov, Sergei Lavrov, and Alexander Novak.',
    );
    expect(referent({ kind: 'ordinal', ordinal: 2 }, [list])).toBe('Sergei Lavrov');
    expect(referent({ kind: 'ordinal', ordinal: -1 }, [list])).toBe('Alexander Novak');
  });

  it('is never a word of a question about articles as a whole', () => {
    const whole = exchange('summarise', 'The town is led by Marta Vogel.', {
      understood: 'summarise the article',
    });
    expect(isOfWhole(whole)).toBe(true);
    expect(isOfWhole(mayor)).toBe(false);
    expect(thingIn([whole])).toBeUndefined();
    expect(referent({ kind: 'it' }, [whole])).toBeUndefined();
    expect(referent({ kind: 'she' }, [mayor, whole])).toBe('Marta Vogel');
  });
});

describe('after a question about articles as a whole', () => {
  const kiln = exchange('What does the new kiln cost?', 'It costs 900 euros.');
  const whole = exchange('List the people mentioned', undefined, {
    understood: 'summarise the article',
  });
  const topic = { articleId: 'a', passages: [], exchanges: [kiln, whole], last: whole };

  it('the next question takes over no words and no answer', () => {
    const next = withoutWhole(topic);
    expect(takesNothingOver(next)).toBe(true);
    expect(next.last).toMatchObject({ articleId: 'a', answer: null });
    expect(withWordsOf({ text: 'Who paid?', carried: new Set() }, next.last)).toEqual({
      text: 'Who paid?',
      carried: new Set(),
    });
  });

  it('the one after that takes over again', () => {
    const again = { ...topic, exchanges: [whole, kiln], last: kiln };
    expect(withoutWhole(again)).toBe(again);
    expect(takesNothingOver(again)).toBe(false);
  });
});

describe('what a question was about', () => {
  it('is named as the title or a heading does, without the verb before it', () => {
    const passages = [passageOf('Castle Hollenfels', ['It stands on a hill.'])];
    expect(asHeaded('built castle hollenfels', passages)).toBe('Castle Hollenfels');
    expect(asHeaded('rebuilt tower', passages)).toBe('rebuilt tower');
  });
});

describe('what was said since the article was another one', () => {
  it('is all that a thing may be taken over from', () => {
    const before = exchange('What does the Kelvin Bridge cost?', 'It cost 3 million.');
    const other = exchange('Who built the castle?', 'Ulrich did.', { articleId: 'b' });
    const desk = exchange('What is new?', undefined, { articleId: undefined });
    const topic = { articleId: 'b', passages: [], exchanges: [before, other, desk], last: other };
    expect(sinceChange(topic)).toEqual([other, desk]);
    expect(thingIn(sinceChange(topic))).not.toBe('Kelvin Bridge');
  });
});

describe('where "there" is', () => {
  const text =
    'The visit includes a walk in Bryn Square, and she will stay at the Alder guesthouse.';
  const start = text.indexOf('Alder');
  const asked = exchange('Where will she stay?', text);
  const marked = { ...asked.answer, highlights: [{ start, end: start + 16 }] };
  const stay = { ...asked, answer: marked } as Exchange;

  it('is the place that was asked for, not the first that the answer names', () => {
    expect(referent({ kind: 'there' }, [stay])).toBe('Alder guesthouse');
  });

  it('is nobody that "she" could be', () => {
    const before = { ...stay, about: 'Alder guesthouse', pronoun: 'there' } as Exchange;
    const who = exchange('Who stayed at Alder guesthouse before?', text);
    expect(referent({ kind: 'she' }, [before, who])).not.toBe('Alder guesthouse');
    expect(referent({ kind: 'she' }, [who])).not.toBe('Bryn Square');
  });
});

describe('whom or what a pronoun can not mean', () => {
  it('is a person for "it"', () => {
    const passages = [passageOf('Inn', ['Ines Lind said that she had closed.'])];
    const who = exchange('Who is Ines Lind?', 'Ines Lind said that she had closed.');
    expect(referent({ kind: 'it' }, [who], passages)).toBeUndefined();
    expect(referent({ kind: 'she' }, [who], passages)).toBe('Ines Lind');
  });

  it('is a thing whose first word alone is written like a name', () => {
    const flow = exchange('and Power flow?', 'Power flow is on Monday.', { about: 'Power flow' });
    const joost = exchange('Does Joost speak Dutch?', 'Joost teaches in Dutch.');
    expect(referent({ kind: 'he' }, [flow, joost])).toBe('Joost');
  });

  it('is one of several who were asked for, if "they" are spoken of', () => {
    const text = 'It is run by Ines and Olav.';
    const answer = { ...answerOf(text), highlights: [{ start: 13, end: 26 }] };
    const run = { ...exchange('who runs it?', text), answer };
    expect(referent({ kind: 'they' }, [run])).toBe('Ines and Olav');
  });

  it('is somewhere that something is in', () => {
    const passages = [passageOf('Elin', ['A street in Maribor was named after her in 2003.'])];
    const left = exchange('why did she leave maribor?', 'She left Maribor in 1963.');
    expect(referent({ kind: 'she' }, [left], passages)).not.toBe('Maribor');
    const crew = [passageOf('Elin', ['Two are in Lunden’s crew. Lunden said that she won.'])];
    const who = exchange('What did Lunden win?', 'Lunden won the cup.');
    expect(referent({ kind: 'she' }, [who], crew)).toBe('Lunden');
  });

  it('is what somebody does who asks', () => {
    expect(thingIn([exchange('how much is a day ticket?'), exchange('can I pay by card?')])).toBe(
      'day ticket',
    );
    expect(thingIn([exchange('can I pay by card?')])).toBe('card');
  });

  it('is for "she" the place where somebody lives', () => {
    const text = 'Olav Moe lives in Bergen.';
    const answer = exchange('x', text).answer;
    const where = {
      ...exchange('Where does Olav Moe live?', text),
      answer: { ...answer, highlights: [{ start: 18, end: 24 }] },
    } as Exchange;
    expect(referent({ kind: 'she' }, [where])).not.toBe('Bergen');
  });
});
