import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import {
  elseAtHand,
  reasonAtHand,
  saidAlready,
  temperatureAtHand,
} from '../../src/conversation/said-already.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

/** An article of these sentences, of which the first `told` were the last answer. */
function topicOf(question: string, texts: readonly string[], told = texts.length): Topic {
  const passage = passageOf('The Old Mill', texts);
  const answer = {
    ...answerOf(texts[0] ?? ''),
    units: passage.sentences
      .slice(0, told)
      .map(({ start, end }) => ({ start, end, kind: 'sentence' as const })),
  };
  const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
  return { articleId: 'a', passages: [passage], exchanges: [last], last };
}

describe('what the last answer already said', () => {
  const said = (asked: string, texts: readonly string[], before = 'Who gives the tour?') =>
    saidAlready(readFollowUp(asked), topicOf(before, texts))?.units[0]?.text;
  const TOUR = ['A tour begins at 18:00 every evening.', 'Ines Lind gives it.'];

  it('is at what time', () => {
    expect(said('at what time?', TOUR)).toBe(TOUR[0]);
    expect(said('what time is that', TOUR)).toBe(TOUR[0]);
    expect(said('at what time?', ['Ines Lind gives it.'])).toBeUndefined();
  });

  it('is when', () => {
    const read = ['Lotte reads them on Sundays.'];
    expect(said('when?', read, 'who reads those?')).toBe(read[0]);
    expect(said('on which days?', read, 'who reads those?')).toBe(read[0]);
    expect(said('when?', ['Ines Lind came in 1929.'], 'who came?')).toBeDefined();
    expect(said('when?', ['Lotte reads them.'], 'who reads those?')).toBeUndefined();
    expect(said('when?', read, 'when are they read?')).toBeUndefined();
  });

  it('is how long it takes, but not within which time or how often', () => {
    const oven = ['Let it rest for 15 minutes.'];
    expect(said('for how long?', oven)).toBe(oven[0]);
    expect(said('how long does it take?', ['The tour takes two hours.'])).toBeDefined();
    expect(said('how long does it take?', ['Return it within 30 days.'])).toBeUndefined();
    expect(said('how long is it?', ['It is done every 3 months.'])).toBeUndefined();
  });

  it('is until when, and when somebody may call', () => {
    expect(said('till when?', ['Post your name by 10 December.'])).toBeDefined();
    expect(said('until when?', ['Post your name in the channel.'])).toBeUndefined();
    const line = ['Ring 0800 555 on weekdays from 9:00 to 17:00.'];
    expect(said('when can I call?', line)).toBe(line[0]);
    expect(said('when can we reach them?', ['Ring 0800 555.'])).toBeUndefined();
  });

  it('is not given once more to the same question, nor if two sentences say so', () => {
    expect(said('at what time?', TOUR, 'at what time')).toBeUndefined();
    expect(said('how long?', ['It takes 2 hours.'], 'How long is the tour?')).toBeUndefined();
    expect(said('what time?', ['It opens at 9:00.', 'It closes at 17:00.'])).toBeUndefined();
  });

  it('is not what more is asked of', () => {
    expect(said('what time does the mill close?', TOUR)).toBeUndefined();
  });
});

describe('a reason that was told, or is told next', () => {
  const texts = ['It keeps for two days.', 'Do not freeze it with cream, because it curdles.'];
  const reason = (asked: string, told?: number): string | undefined =>
    reasonAtHand(readFollowUp(asked), topicOf('Can I freeze it?', texts, told))?.units[0]?.text;

  it('is the sentence that has all that is named', () => {
    expect(reason('why not with cream?')).toBe(texts[1]);
    expect(reason('why not with the cream', 1)).toBe(texts[1]);
  });

  it('is none of anything else', () => {
    expect(reason('why not with milk?')).toBeUndefined();
    expect(reason('why?')).toBeUndefined();
    expect(reason('how do I freeze cream?')).toBeUndefined();
  });
});

describe('what is needed beside', () => {
  const texts = ['Anyone from level 40 on may join.', 'You also need a microphone.'];
  const more = (asked: string): string | undefined =>
    elseAtHand(readFollowUp(asked), topicOf('Who may join?', texts))?.units[0]?.text;

  it('is what the last answer adds', () => {
    expect(more('do I need anything else?')).toBe(texts[1]);
    expect(more('what else do we need?')).toBe(texts[1]);
  });

  it('is nothing that it does not speak of', () => {
    expect(more('do I have to pay anything else?')).toBeUndefined();
    expect(more('do I need anything else for the raid?')).toBeUndefined();
  });
});

describe('the temperature', () => {
  const BAKED = ['It takes an hour.', 'Bake it at 190 °C.', 'Let it rest.'];
  const at = (asked: string, texts: readonly string[]) =>
    temperatureAtHand(readFollowUp(asked), topicOf('How long does it take?', texts, 1))?.units[0]
      ?.text;

  it('is told by the only sentence of the article that has one', () => {
    expect(at('at what temp', BAKED)).toBe(BAKED[1]);
    expect(at('and what oven temperature?', BAKED)).toBe(BAKED[1]);
    expect(at('how hot?', ['It takes a day.', 'Keep it at 25 degrees.'])).toBe(
      'Keep it at 25 degrees.',
    );
  });

  it('is unclear if there are two, and is that of the last answer if it has one', () => {
    const two = ['Warm it to 40 °C.', 'Bake it at 190 °C.'];
    expect(at('at what temp?', ['It takes an hour.', ...two])).toBeUndefined();
    expect(at('at what temp?', two)).toBe(two[0]);
    expect(at('what temperature does glass melt at?', BAKED)).toBeUndefined();
  });
});
