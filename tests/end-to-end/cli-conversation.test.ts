import { expect, it, onTestFinished } from 'vitest';
import type { AskResult } from '../../src/answering/answer.js';
import { openDesk } from '../cli/desk.js';

const FERRY = `Night bus to end in March

TARNSIDE, 12 February 2026 - The night bus between Tarnside and Millow will stop running on 1 March, the operator Redline said on Thursday. The last bus will leave Tarnside at 0:15.

"We carried three passengers a night," said Karin Holmgren, who has led Redline since 2019. The company lost 200,000 crowns on the route last year.

Nurses are angry. Emil Brandt, who works at the hospital, said he would have to buy a car.

Holmgren, 54, grew up in Millow. She said that the decision was the hardest of her life.

The transport minister, Paul Adeyemi, declined to comment.
`;

const JOINING = `# Joining

1. Start the game.
2. Add the server.
3. Write your age in the lobby.

## Help

Open a ticket with the time and the place.
`;

it('goes on in a conversation as a person would', { timeout: 60_000 }, async () => {
  const desk = openDesk();
  onTestFinished(() => {
    desk.end();
  });
  const files = [
    desk.write({ name: 'bus.txt', text: FERRY }),
    desk.write({ name: 'joining.md', text: JOINING }),
  ];
  await desk.run(['index', ...files]);
  const conversations = [
    ['What does the minister say?', 'and the nurses?', 'and Karin Holmgren?'],
    ['Who said that the decision was the hardest?', 'since when has she led the company?'],
    ['When does the night bus stop?', 'why?'],
    ['How do I join?', 'and then?'],
    ['How do I join?', 'and the second one?'],
    ['What does the minister say?', 'Where do I write my age?'],
    ['quantum chromodynamics lattice?'],
  ];
  const text = conversations.map((lines) => lines.join('\n')).join('\n\n');
  const asked = desk.write({ name: 'asked.txt', text });
  const { code, stdout } = await desk.run(['ask', '--conversation', asked, '--json']);
  expect(code).toBe(0);
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AskResult);
  const answerTo = (question: string, nth = 0): string | undefined =>
    results.filter((each) => each.question === question)[nth]?.answer?.text;
  expect(answerTo('and the nurses?')).toContain('Nurses are angry.');
  expect(answerTo('and Karin Holmgren?')).toContain('Karin Holmgren');
  expect(answerTo('since when has she led the company?')).toContain('2019');
  // The sentence that says when gives no reason.
  expect(answerTo('why?') ?? '').not.toContain('will stop running');
  expect(answerTo('How do I join?')).toContain('Add the server.');
  expect(answerTo('and then?')).toBeUndefined();
  // The asker is a subject of its own, and leans on no minister.
  expect(answerTo('Where do I write my age?')).toContain('in the lobby');
  const rare = results.find(({ question }) => question.startsWith('quantum'));
  expect(rare?.kind).toBe('unanswered');
  expect(answerTo('and the second one?')).toBe('Add the server.');
});

const VISIT = `The president's visit

President Odo Maas confirmed that he will visit Lunden in June. Maas will stay at the Heron guesthouse.

The delegation of Maas will include Defence Minister Andrei Belker, Foreign Minister Sergei Laws and the writer Jo Nowak.
`;

it('gives nobody what is said of another person', { timeout: 60_000 }, async () => {
  const desk = openDesk();
  onTestFinished(() => {
    desk.end();
  });
  await desk.run(['index', desk.write({ name: 'visit.txt', text: VISIT })]);
  const conversations = [
    ['who is laws', 'where will he stay?'],
    ['Who is the defence minister?', 'Where will he stay?'],
    [
      "Who is in Maas's delegation?",
      'and where will he stay?',
      'who is laws',
      'where will he stay?',
    ],
  ];
  const text = conversations.map((lines) => lines.join('\n')).join('\n\n');
  const asked = desk.write({ name: 'asked.txt', text });
  const { stdout } = await desk.run(['ask', '--conversation', asked, '--json']);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as AskResult).answer?.text);
  expect(answers[1]).toBeUndefined();
  expect(answers[3]).toBeUndefined();
  expect(answers[5]).toContain('Heron guesthouse');
  // Who was named last is meant, whoever was before.
  expect(answers[6]).toContain('Sergei Laws');
  expect(answers[7]).toBeUndefined();
});

const SPEAKERS = `# Soil days

The meadow hall opens at eight on both days, and the tram stops at its door.

## Programme

- 9:45 Keynote: What worms know – Prof. Ada Brand (Great Hall)
- 11:30 Compost at scale – Ruben Vas (Small Hall)

## Speakers

### Ada Brand

Professor of soil biology at Selby University. She has counted worms on four continents.

### Ruben Vas

Runs the largest compost plant in Portugal.
`;

it('answers about a person from the section that has the name', { timeout: 60_000 }, async () => {
  const desk = openDesk();
  onTestFinished(() => {
    desk.end();
  });
  await desk.run(['index', desk.write({ name: 'soil.md', text: SPEAKERS })]);
  const lines = ['Who is Ada Brand?', 'where does she work?', 'how old is she?'];
  const asked = desk.write({ name: 'asked.txt', text: lines.join('\n') });
  const { stdout } = await desk.run(['ask', '--conversation', asked, '--json']);
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AskResult);
  expect(results[1]?.answer?.text).toContain('Selby University');
  expect(results[2]?.answer).toBeNull();
  expect(results[2]?.context?.about).toBe('Ada Brand');
});
