import { describe, expect, it } from 'vitest';
import type { Bold } from '../../../src/answering/bold.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { sentenceFeatures } from '../../../src/answering/sentence-features.js';
import {
  standingFeatures,
  standings,
  type StandingFeature,
} from '../../../src/answering/confidence/standing.js';
import type { PassageRecord } from '../../../src/store/store.js';
import { passageOf, queryOf } from '../made.js';

function boldOf(question: string, passage: PassageRecord, at: number): Bold {
  const query = queryOf(question);
  const features = sentenceFeatures(query, askedFor(query.words), passage)[at];
  const sentence = passage.sentences[at];
  if (features === undefined || sentence === undefined) throw new Error('no such sentence');
  const best = { passage, at, sentence, features, strength: 1, share: 1 };
  return { best, sentences: [best], share: 1 };
}

function featuresOf(
  question: string,
  passage: PassageRecord,
  at = 0,
): Record<StandingFeature, number> {
  const query = queryOf(question);
  return standingFeatures(query, askedFor(query.words), passage, boldOf(question, passage, at));
}

const BREWERY = passageOf('Amsel Brewery', [
  'The brewery had 88 workers in 2024, after 112 in 2020.',
  'Ivo Lenz founded it.',
  'It sells beer to the inns of Osk.',
  'A fire in Tern destroyed its barrels.',
]);

describe('what a question names', () => {
  it('stands with the answer, around it, elsewhere in the passage, or nowhere', () => {
    const places = (question: string): string[] =>
      standings(queryOf(question), BREWERY, boldOf(question, BREWERY, 0)).map(
        ({ term, place }) => `${term.text} ${place}`,
      );
    expect(places('Did Amsel have 88 workers when Ivo Lenz sold barrels in Porto?')).toEqual([
      'amsel around',
      '88 with',
      'workers with',
      'ivo around',
      'lenz around',
      'sold nowhere',
      'barrels elsewhere',
      'porto nowhere',
    ]);
  });

  it('is a number that must be met to the letter, while another of its kind is a rival', () => {
    expect(featuresOf('How many workers had the brewery in 2020?', BREWERY).rivalNumber).toBe(0);
    const missed = featuresOf('How many workers had the brewery in 2019?', BREWERY);
    expect(missed.rivalNumber).toBe(1);
    expect(missed.numbersNowhere).toBeGreaterThan(0);
  });

  it('is a code, of which another in the heading above is a rival', () => {
    const under = (heading: string) => ({
      ...passageOf('Faults of the pump', ['Air is in the line. Open the screw.']),
      path: [heading],
    });
    expect(featuresOf('How do I fix F-35?', under('F-31')).rivalCode).toBe(1);
    expect(featuresOf('What does F 350 mean?', under('Fault F 310')).rivalCode).toBe(1);
    expect(featuresOf('How do I fix F-31?', under('F-31')).rivalCode).toBe(0);
    expect(featuresOf('How do I fix F-35?', under('Lamp D4')).rivalCode).toBe(0);
  });

  it('is somebody who does it, and whom somebody else stands for in the answer', () => {
    const visit = passageOf('A visit', [
      'Putin will stay at the guesthouse that was used by Xi Jinping in 2019.',
    ]);
    expect(featuresOf('Where will Xi Jinping stay?', visit).rivalName).toBe(1);
    expect(featuresOf('Where will Putin stay?', visit).rivalName).toBe(0);
    expect(featuresOf('Where will Xi Jinping stay?', visit).rivalDoer).toBe(1);
    expect(featuresOf('Where will Putin stay?', visit).rivalDoer).toBe(0);
  });

  it('is no rival who opens, closes or begins what is asked about', () => {
    const opening = passageOf('A day', ['Ingrid Falkner will open the Gannet Bridge on Saturday.']);
    for (const question of ['When will the Gannet Bridge open?', 'When does Gannet Bridge open?']) {
      expect(featuresOf(question, opening)).toMatchObject({ rivalName: 0, rivalDoer: 0 });
    }
    const closing = passageOf('A day', ['The council closes the Orlau Hall in May.']);
    expect(featuresOf('When does Orlau Hall close?', closing).rivalDoer).toBe(0);
    const met = passageOf('A day', ['Ingrid Falkner will open the talks with Xi on Saturday.']);
    expect(featuresOf('When will Xi open the talks?', met).rivalDoer).toBe(1);
  });

  it.each([
    ['by a passive', 'When did Carl Scheele discover oxygen?', 'Oxygen was discovered by Scheele.'],
    ['by a clause', 'How did Kim describe it?', 'Kim praised Russia, describing it as a friend.'],
    ['by a noun', 'What did Ida Lund translate?', 'Ida Lund gave the Sign Language translation.'],
  ])('is nobody else if it is only turned around %s', (_how, question, sentence) => {
    expect(featuresOf(question, passageOf('A day', [sentence])).rivalDoer).toBe(0);
  });

  it('is whose somebody is, and somebody else may have one too', () => {
    const visit = passageOf('Putin in North Korea', [
      'Putin’s delegation will include his new defense minister, Andrei Belousov.',
      'Peru’s former deputy foreign minister came, as did the mayor of Lisbon.',
    ]);
    const rival = (question: string, at: number) => featuresOf(question, visit, at).rivalOwner;
    expect(rival('Who is Russia’s defense minister?', 0)).toBe(0);
    expect(rival('Who is Putin’s defense minister?', 0)).toBe(0);
    expect(rival('Who was the foreign minister of Chile?', 1)).toBe(1);
    expect(rival('Who was Chile’s foreign minister?', 1)).toBe(1);
    expect(rival('Who was the foreign minister of Peru?', 1)).toBe(0);
    expect(rival('Who is the mayor of Porto?', 1)).toBe(1);
  });

  it('is something to be counted', () => {
    expect(featuresOf('How many workers had the brewery?', BREWERY).uncounted).toBe(0);
    expect(featuresOf('How many barrels had the brewery?', BREWERY).uncounted).toBe(1);
  });

  it('is a kind of answer: a person, a price, a reason', () => {
    const founded = passageOf('Halvard', ['Founded in 1921, Halvard has 640 people.']);
    expect(featuresOf('Who founded Halvard?', founded).lacksKind).toBe(1);
    expect(featuresOf('Who founded the brewery?', BREWERY, 1).lacksKind).toBe(0);
    const hours = passageOf('Library', ['Monday: closed', 'Friday: stocktaking']);
    expect(featuresOf('When does it open on Monday?', hours).lacksKind).toBe(0);
    expect(featuresOf('When does it open on Friday?', hours, 1).lacksKind).toBe(1);
    const duty = passageOf('Team', ['Lumi | Tue–Thu', 'Orla | mornings']);
    expect(featuresOf('When is Lumi on duty?', duty).lacksKind).toBe(0);
    expect(featuresOf('When is Orla on duty?', duty, 1).lacksKind).toBe(1);
    // The name of a column is nobody.
    const row = passageOf('Prices', ['dry cut | £18']);
    const reading = 'Service: dry cut · Junior Barber: £18';
    const sentences = row.sentences.map((one) => ({ ...one, kind: 'row' as const, reading }));
    expect(featuresOf('Who founded it?', { ...row, sentences }).lacksKind).toBe(1);
    const kettle = passageOf('Kettle', ['Six people made the kettle.', 'The kettle costs 12 €.']);
    expect(featuresOf('How much does the kettle cost?', kettle, 0).lacksPrice).toBe(1);
    expect(featuresOf('How much does the kettle cost?', kettle, 1).lacksPrice).toBe(0);
    expect(featuresOf('Why did the brewery have 88 workers?', BREWERY).lacksReason).toBe(0);
    expect(
      featuresOf('Why does it sell beer?', passageOf('B', ['It sells beer.'])).lacksReason,
    ).toBe(1);
  });

  it('is a yes or no', () => {
    expect(featuresOf('Did Ivo Lenz found it?', BREWERY).yesNo).toBe(1);
    expect(featuresOf('Who founded it?', BREWERY).yesNo).toBe(0);
  });
});
