import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/answering/coefficients.js';
import { judge } from '../../../src/answering/judge.js';
import { passageOf, queryOf } from '../made.js';

const mill = passageOf('Mill', ['The mill grinds as the miller sees fit.']);

describe('how sure an answer is', () => {
  const sure = (passages: number): number =>
    judge({ ...queryOf('Who grinds in the mill?'), passages }, [mill], MODELS).confidence;

  it('is the same among few passages', () => {
    expect(sure(300)).toBe(sure(1));
  });

  it('is less the more passages it is the best of', () => {
    expect(sure(3_000)).toBeLessThan(sure(300));
    expect(sure(30_000)).toBeLessThan(sure(3_000));
  });

  const isAble = (...path: string[]): boolean | undefined =>
    judge(queryOf('When does the mill grind?'), [{ ...mill, path }], MODELS).chosen?.evidence.able;

  it('is little where a date is asked for and none is told', () => {
    expect(isAble('Grinding')).toBe(false);
  });

  it.each([
    ['List all error codes', 'Error codes are shown in the bar at the foot.', false],
    ['give me a list of error codes', 'Error codes are shown in the bar at the foot.', false],
    ['List all error codes', 'Its error codes are E1, E2 and E7.', true],
    ['Name all members', 'The only members are Ida and Odo.', true],
    ['What are error codes?', 'Error codes are shown in the bar at the foot.', true],
  ])(
    'is little if all of something are asked for and one thing is told: %s',
    (asked, said, able) => {
      const passage = passageOf('Manual', [said]);
      expect(judge(queryOf(asked), [passage], MODELS).chosen?.evidence.able).toBe(able);
    },
  );

  it('is not held back if the heading tells it, whose own number is none', () => {
    expect(isAble('2. Grinding from 3 March')).toBe(true);
    expect(isAble('2. Grinding')).toBe(false);
  });

  it('is not held back where the document itself asks when', () => {
    expect(isAble('When do we grind?')).toBe(true);
    expect(isAble('Why do we grind?')).toBe(false);
  });

  it.each([
    ['what does /grind do', '/grind starts the wheel.', true],
    ['what does /grind do', 'We grind on Mondays.', false],
    ['how do I use !mill stop?', 'Type !mill and what you want.', true],
    ['what is and/or in the mill?', 'The mill grinds.', true],
  ])('is little if a command that is asked for is not there: %s, %s', (question, text, able) => {
    const passage = passageOf('Mill', [text]);
    expect(judge(queryOf(question), [passage], MODELS).chosen?.evidence.able).toBe(able);
  });

  it.each([
    ['does the mill grind on saturdays', 'The mill grinds every Tuesday.', false],
    ['does the mill grind on saturdays', 'The mill grinds from Tuesday to Sunday.', true],
    ['does the mill grind on saturdays', 'The mill grinds at weekends.', true],
    ['does the mill grind on saturdays', 'The mill grinds all year.', true],
    ['does the mill grind', 'The mill grinds every Tuesday.', true],
  ])('is little if a weekday is asked for and another is told: %s, %s', (question, text, able) => {
    const passage = passageOf('Mill', [text]);
    expect(judge(queryOf(question), [passage], MODELS).chosen?.evidence.able).toBe(able);
  });
});
