import { describe, expect, it } from 'vitest';
import { askedFor } from '../../src/answering/asked/question.js';
import { hasAnother, isOfAnotherPerson } from '../../src/conversation/near.js';
import type { Topic } from '../../src/conversation/topic.js';
import { wordsOf } from '../../src/text/words.js';
import type { Judgement } from '../../src/answering/judge.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { passageOf, queryOf } from '../answering/made.js';
import { answerOf, verdictOf } from './made.js';

describe('the last answer once more', () => {
  function tells(question: string, before: string, text: string): boolean {
    const answer = answerOf(text);
    const last = { question: before, understood: before, articleId: 'a', answer, confidence: 0.8 };
    const topic: Topic = { articleId: 'a', passages: [], exchanges: [last], last };
    const verdict = verdictOf(answer);
    const asked = askedFor(wordsOf(question));
    return hasAnother(verdict, { asked, ranked: [], weighed: [], confidence: 0.8 }, topic);
  }

  it('tells when by a time of day, as by a date', () => {
    expect(tells('by when?', 'What do I do when ill?', 'Ring us before 7:45.')).toBe(true);
    expect(tells('when?', 'Who rings?', 'Everybody rings at 8 pm.')).toBe(true);
    expect(tells('when?', 'Who rings?', 'Everybody rings.')).toBe(false);
  });

  it('does not tell when once more if that was asked before', () => {
    expect(tells('when?', 'When do I ring?', 'Ring us before 7:45.')).toBe(false);
  });
});

describe('what is said of anyone', () => {
  function isOfAnother(question: string, text: string): boolean {
    const passage = passageOf('Rules', [text]);
    const sentences = passage.sentences.map((sentence, at) => ({ passage, sentence, at }));
    const query = queryOf(question);
    const chosen = { bold: { sentences, best: sentences[0] } } as unknown as Judgement['chosen'];
    const judgement: Judgement = {
      asked: askedFor(query.words),
      ranked: [],
      weighed: [],
      chosen,
      confidence: 0.8,
    };
    return isOfAnotherPerson(readFollowUp(question), undefined, query, judgement);
  }

  it('tells nothing of him or her', () => {
    expect(isOfAnother('how old is she?', 'Anyone aged ten or over may join.')).toBe(true);
    expect(isOfAnother('when does he come?', 'Everybody comes at nine.')).toBe(true);
    expect(isOfAnother('how old is she?', 'She is ten.')).toBe(false);
    expect(isOfAnother('who may join it?', 'Anyone aged ten or over may join.')).toBe(false);
  });
});
