import { describe, expect, it } from 'vitest';
import { candidatesOf, mayTell } from '../../../src/answering/confidence/evidence.js';
import { messageKind } from '../../../src/answering/asked/kind.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { indexText } from '../../../src/retrieval/text-index.js';
import { wordsOf } from '../../../src/text/words.js';

describe('what is asked for', () => {
  it.each([
    ['Who leads the delegation?', 'person'],
    ['When was the visit?', 'date'],
    ['In what year did he visit?', 'date'],
    ['How many churches are there?', 'number'],
    ['Where will he stay?', 'place'],
    ['Which city did he visit?', 'place'],
    ['Why are they concerned?', 'reason'],
    ['How did he travel?', 'thing'],
    ['When the hatch was closed, what happened?', 'thing'],
    ['Do I have to tell someone when I leave?', 'thing'],
    ['Can you tell me when it opens?', 'date'],
  ])('%s: %s', (question, kind) => {
    expect(askedFor(wordsOf(question)).kind).toBe(kind);
  });
});

describe('a message', () => {
  it.each([
    ['hello there', 'greeting'],
    ['Thanks!', 'greeting'],
    ['what is this article about?', 'gist'],
    ['Summarise this', 'gist'],
    ['tl;dr please', 'gist'],
    ['what?', 'unclear'],
    ['???', 'unclear'],
    ['Putin', 'unclear'],
    ['Putin?', 'question'],
    ['谁设计了新灯塔？', 'question'],
    ['図書館の館長は誰ですか', 'question'],
    ['京都', 'unclear'],
    ['What is the article about Putin doing here?', 'question'],
    ['good morning Vietnam was released when', 'question'],
    ["who is in Putin's delegation", 'question'],
  ])('%s: %s', (message, kind) => {
    expect(messageKind(message)).toBe(kind);
  });
});

describe('what could answer', () => {
  const found = (text: string): string[] => {
    const index = indexText(text);
    return candidatesOf(index).map(({ kind, first, last }) => {
      const words = index.words.slice(first, last + 1);
      return `${kind} ${text.slice(words[0]?.start, words.at(-1)?.end)}`;
    });
  };

  it('is a date with its month and year', () => {
    expect(found('It passed on 12 May 1705.')).toContain('date 12 May 1705');
  });

  it('is a number, but not one that was counted before', () => {
    expect(found('He has five tanks.')).toContain('number five');
    expect(found('Ties between the two nations are close.')).not.toContain('number two');
  });

  it('is a name, whole', () => {
    expect(found('It was met by Foreign Minister Sergei Lavrov today.').join()).toContain(
      'Sergei Lavrov',
    );
  });

  it('is nothing where a number is asked for and there is none', () => {
    const asked = askedFor(wordsOf('How old is Kim Jong Un?'));
    expect(mayTell(asked, [indexText('Kim Jong Un met Putin in September.')])).toBe(false);
    expect(mayTell(asked, [indexText('Kim Jong Un is 40.')])).toBe(true);
  });

  it('is a stretch of time where a date is asked for', () => {
    const asked = askedFor(wordsOf('When do tickets run out?'));
    expect(mayTell(asked, [indexText('Tickets expire after 30 minutes.')])).toBe(true);
    expect(mayTell(asked, [indexText('Within five days of the fair.')])).toBe(true);
    expect(mayTell(asked, [indexText('Runner: Old Tom, Time: 34:05')])).toBe(true);
    expect(mayTell(asked, [indexText('Runner: Old Tom, Number: 34')])).toBe(false);
    expect(mayTell(asked, [indexText('They last 12 months, or one year.')])).toBe(true);
    expect(mayTell(asked, [indexText('Tickets cost 30 crowns.')])).toBe(false);
  });

  it.each(['in the autumn', 'at noon', 'every evening', 'the day before Easter', 'tomorrow'])(
    'is a time without a date, as %s, where a date is asked for',
    (time) => {
      const asked = askedFor(wordsOf('When does the book come out?'));
      expect(mayTell(asked, [indexText(`It comes out ${time}.`)])).toBe(true);
      expect(mayTell(asked, [indexText('It comes out in Vienna.')])).toBe(false);
    },
  );
});
