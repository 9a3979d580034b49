import { describe, expect, it } from 'vitest';
import { entryOfRank, personLabelled, sinceWhen } from '../../src/conversation/labelled.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

function topicOf(...texts: readonly string[]): Topic {
  const question = 'When does the pottery open?';
  const answer = answerOf(texts[0] ?? '');
  const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
  const passages = [passageOf('The Old Mill', texts)];
  return { articleId: 'a', passages, exchanges: [last], last };
}

describe('who looks after a thing', () => {
  const topic = topicOf(
    'The pottery opens at ten.',
    'Pottery and kiln: Marit Sole.',
    'Café: opens at nine.',
    'Sauna: Wood.',
  );
  const personOf = (question: string, about?: string): string | undefined =>
    personLabelled(readFollowUp(question), about, topic)?.answer.text;

  it('is the name behind its label', () => {
    expect(personOf('who runs it?', 'pottery')).toBe('Pottery and kiln: Marit Sole.');
    expect(personOf('who do I ask about the kiln?')).toBe('Pottery and kiln: Marit Sole.');
  });

  it('is nobody if the label has another thing, or something else than a name behind it', () => {
    expect(personOf('who runs it?', 'library')).toBeUndefined();
    expect(personOf('who runs it?', 'café')).toBeUndefined();
    expect(personOf('who runs it?', 'sauna')).toBeUndefined();
  });

  it('is not who did anything else with it', () => {
    expect(personOf('who founded it?', 'pottery')).toBeUndefined();
  });
});

describe('what a place among others gets', () => {
  const topic = topicOf('Prize pool: 90 €', '1st place: 50 €', '2nd place: 40 €');
  const prizeOf = (question: string): string | undefined =>
    entryOfRank(readFollowUp(question), topic)?.answer.text;

  it('is the entry that is headed by it', () => {
    expect(prizeOf('and the prize for first?')).toBe('1st place: 50 €');
    expect(prizeOf('and second?')).toBe('2nd place: 40 €');
    expect(prizeOf('what about 2nd place?')).toBe('2nd place: 40 €');
  });

  it('is nothing for what else is first, and for a place that nobody gets', () => {
    expect(prizeOf('and the first train?')).toBeUndefined();
    expect(prizeOf('and fourth?')).toBeUndefined();
  });
});

describe('since when somebody is what she is', () => {
  function sinceOf(
    question: string,
    before: string,
    ...texts: readonly string[]
  ): string | undefined {
    const topic = topicOf(...texts);
    const last = { ...topic.last, question: before, understood: before };
    const spoken = { ...topic, last, exchanges: [last] };
    return sinceWhen(readFollowUp(question), 'Lind', spoken)?.answer.text;
  }
  const texts = ['Ines Lind, the harbour master, said so in May.', 'Lind took office in 2021.'];

  it('is what the one sentence says that tells when she began', () => {
    expect(sinceOf('since when?', 'who is Ines Lind?', ...texts)).toBe(texts[1]);
    expect(sinceOf('since what year?', 'who is Ines Lind?', ...texts)).toBe(texts[1]);
    expect(sinceOf('since when is she there?', 'Does she speak Dutch?', ...texts)).toBe(texts[1]);
  });

  it('is what is told of her right behind her name', () => {
    const texts = ['Our harbour master is Ines Lind.', 'She took over in 2018.'];
    expect(sinceOf('since when?', 'who is the harbour master?', ...texts)).toBe(texts[1]);
    const apart = [texts[0] ?? '', 'The harbour is deep.', texts[1] ?? ''];
    expect(sinceOf('since when?', 'who is the harbour master?', ...apart)).toBeUndefined();
  });

  it('is nothing if several may tell, or a thing was spoken of', () => {
    const more = [...texts, 'Lind joined the board in 1999.'];
    expect(sinceOf('since when?', 'who is Ines Lind?', ...more)).toBeUndefined();
    expect(sinceOf('since when?', 'where is the harbour?', ...texts)).toBeUndefined();
    expect(sinceOf('when?', 'who is Ines Lind?', ...texts)).toBeUndefined();
  });
});
