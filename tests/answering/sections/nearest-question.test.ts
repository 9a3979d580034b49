import { describe, expect, it } from 'vitest';
import { byNearestQuestion } from '../../../src/answering/sections/nearest-question.js';
import type { RankedPassage } from '../../../src/retrieval/rank.js';
import { passageOf } from '../made.js';

/** A passage under its heading, by how strong it is in all and how near its heading is to the question. */
function ranked(
  heading: string,
  { strength, dense, speaker }: { strength: number; dense: number; speaker?: string },
): RankedPassage {
  const passage = passageOf('Help', ['By letter.']);
  const sentences = passage.sentences.map((sentence) =>
    speaker === undefined ? sentence : { ...sentence, reading: `${speaker}: ${sentence.text}` },
  );
  const features = {
    dense,
    sentence: 0,
    keyword: 0,
    coverage: 0,
    sentenceCoverage: 0,
    phrases: 0,
    missingSpecifics: 0,
    alignment: 0,
  };
  return { record: { ...passage, path: [heading], sentences }, features, strength, share: 0 };
}

function order(...passages: readonly RankedPassage[]): (string | undefined)[] {
  return byNearestQuestion(passages).map(({ record }) => record.path[0]);
}

describe('entries of questions and answers', () => {
  it('are preferred by how near their question is to what is asked', () => {
    const atWork = ranked('How do I prepare at work?', { strength: 20, dense: 0.6 });
    const family = ranked('How can my family prepare?', { strength: 19, dense: 0.8 });
    expect(order(atWork, family)).toEqual([family.record.path[0], atWork.record.path[0]]);
  });

  it('stay as they are where all else says much more', () => {
    const leave = ranked('How do I leave?', { strength: 20, dense: 0.6 });
    const join = ranked('How do I join?', { strength: 12, dense: 0.7 });
    expect(order(leave, join)).toEqual([leave.record.path[0], join.record.path[0]]);
  });

  it('leave what no question heads in its place', () => {
    const refunds = ranked('Refunds', { strength: 20, dense: 0.5 });
    const leave = ranked('How do I leave?', { strength: 19, dense: 0.6 });
    const join = ranked('How do I join?', { strength: 18, dense: 0.9 });
    expect(order(refunds, leave, join)).toEqual(['Refunds', 'How do I join?', 'How do I leave?']);
  });

  it('are not what a speaker asks another', () => {
    const years = ranked('How long did it take?', { strength: 20, dense: 0.5, speaker: 'Ilse' });
    const music = ranked('And the music?', { strength: 19, dense: 0.8, speaker: 'Ilse' });
    expect(order(years, music)).toEqual(['How long did it take?', 'And the music?']);
  });
});
