import { describe, expect, it } from 'vitest';
import { askedSections } from '../../../src/answering/sections/asked-sections.js';
import { wantedOf } from '../../../src/answering/asked/wanted.js';
import { readBytes } from '../../../src/articles/read.js';
import { queryOf } from '../made.js';

async function asked(source: string, question: string, best?: string) {
  const query = queryOf(question);
  const { title, text, blocks } = await readBytes(Buffer.from(source), {
    name: 'page.md',
    source: 'page.md',
  });
  const article = { id: 'a', title, text, blocks };
  const at = best === undefined ? -1 : text.indexOf(best);
  const span = best === undefined ? undefined : { start: at, end: at + best.length };
  const answer = askedSections(query, wantedOf(query.words), article, span);
  expect(answer?.text).toBe(answer && text.slice(answer.start, answer.end));
  return (
    answer && {
      path: answer.path,
      bold: answer.sentences.map(({ start, end }) => text.slice(start, end).replace(/\n+/g, ' / ')),
    }
  );
}

describe('rules that are headings with text below them', () => {
  const rules = [
    '# Heron Island',
    'We keep the rules short.',
    '## House rules',
    '### 1. Be kind',
    'No insults.',
    '### 2. Sleep at night',
    'From ten to six.',
    '',
    'Parties need a permit.',
    '### 3. No fires',
    'Not even small ones.',
    '## Staff',
    'Ask Lowri.',
  ].join('\n');

  it('are given whole when they are asked for', async () => {
    expect(await asked(rules, 'What are the rules on Heron Island?')).toEqual({
      path: ['House rules'],
      bold: [
        '1. Be kind / No insults.',
        '2. Sleep at night / From ten to six. / Parties need a permit.',
        '3. No fires / Not even small ones.',
      ],
    });
  });

  it('are given one by one by their number', async () => {
    const rule = await asked(rules, 'What is the third rule?');
    expect(rule?.bold).toEqual(['3. No fires / Not even small ones.']);
    expect(await asked(rules, 'What is rule 9?')).toBeUndefined();
  });

  it('are not all that is told if somebody of there is asked for', async () => {
    expect(await asked(rules, 'Who is the owner of Heron Island?')).toBeUndefined();
    expect(await asked(rules, 'What is Heron Island?')).toBeUndefined();
  });

  it('are left alone by what asks for something else', async () => {
    expect(await asked(rules, 'What are the names of the staff?')).toBeUndefined();
    expect(await asked(rules, 'When do I have to sleep?')).toBeUndefined();
  });
});

describe('versions', () => {
  const changes = [
    '# Mossgate',
    'What we changed.',
    '## v1.9.1 – 3 May',
    '- Fixed the compass.',
    '## v1.10.0 – 2 June',
    '### New',
    '- A night theme.',
    '### Fixed',
    '- Zooming.',
    '## v1.9.0 – 1 May',
    '- First release.',
  ].join('\n');

  it('are told by their numbers, and the latest by the highest', async () => {
    const latest = { path: ['v1.10.0 – 2 June'], bold: ['A night theme.', 'Zooming.'] };
    expect(await asked(changes, 'What is the latest version?')).toEqual(latest);
    expect(await asked(changes, "What's new in Mossgate?")).toEqual(latest);
    expect(await asked(changes, 'What changed in 1.9.1?')).toEqual({
      path: ['v1.9.1 – 3 May'],
      bold: ['Fixed the compass.'],
    });
  });

  it('are not what numbers the sections of a contract', async () => {
    const contract = ['# Terms', '## 1.1 Who can sign up', 'You.', '## 1.2 Fees', 'None.'];
    expect(await asked(contract.join('\n'), 'What is the latest version?')).toBeUndefined();
  });

  it('may be what a whole article is about', async () => {
    const release = [
      '# Mossgate 2.1 released',
      'Today.',
      '## Highlights',
      '- Faster.',
      '## Thanks',
      'All.',
    ];
    const news = { path: ['Highlights'], bold: ['Faster.'] };
    expect(await asked(release.join('\n'), "What's new in Mossgate 2.1?")).toEqual(news);
    expect(await asked(release.join('\n'), "What's new in Mossgate 2.2?")).toBeUndefined();
    expect(await asked(release.join('\n'), "What's new in Thornhollow?")).toBeUndefined();
  });

  it('have each kind of change under its own heading', async () => {
    const fixed = { path: ['v1.10.0 – 2 June', 'Fixed'], bold: ['Zooming.'] };
    expect(await asked(changes, 'What was fixed in 1.10.0?')).toEqual(fixed);
    expect((await asked(changes, 'What got removed in 1.10.0?'))?.bold).toHaveLength(2);
    const release = '# Mossgate 2.1\n\nToday.\n\n## New\n\n- Faster.\n\n## Removed\n\n- Maps.';
    expect(await asked(release, 'What was removed in Mossgate 2.1?')).toEqual({
      path: ['Removed'],
      bold: ['Maps.'],
    });
  });

  it('that nothing is said of, and facts about one, are left alone', async () => {
    expect(await asked(changes, 'What changed in 1.9?')).toBeUndefined();
    expect(await asked(changes, 'Who wrote version 1.9.1?')).toBeUndefined();
    expect(await asked(changes, 'When is the latest version installed?')).toBeUndefined();
    expect(await asked(changes, 'When was Mossgate 1.9.7 released?')).toBeUndefined();
    expect(await asked(changes, 'When was Thornhollow 1.9.1 released?')).toBeUndefined();
    const undated = changes.replaceAll(/ – .*$/gmu, '');
    expect(await asked(undated, 'When was 1.9.1 released?')).toBeUndefined();
  });

  it('came out on the day that their headings say', async () => {
    const first = ['v1.9.1 – 3 May', 'Fixed the compass.'];
    expect((await asked(changes, 'When was Mossgate 1.9.1 released?'))?.bold).toEqual(first);
    expect((await asked(changes, 'when did 1.9.1 come out?'))?.bold).toEqual(first);
    const latest = await asked(changes, 'When did the latest version come out?');
    expect(latest?.bold[0]).toContain('v1.10.0 – 2 June');
    const written = changes.replaceAll(/ – .*$/gmu, ' (2024-05-03)');
    const second = await asked(written, 'When was version 1.9.1 published?');
    expect(second?.bold[0]).toContain('2024-05-03');
  });

  it('say all that they brought if nothing but their number is said', async () => {
    expect((await asked(changes, '1.9.1?'))?.bold).toEqual(['Fixed the compass.']);
    expect((await asked(changes, 'v1.9.1'))?.bold).toEqual(['Fixed the compass.']);
  });
});

describe('sections that bear the name asked for', () => {
  const speakers = [
    '# SoilCon',
    '## Programme',
    '- 11:30 Soil maps – Hanne Lykke',
    '## Speakers',
    '### Hanne Lykke',
    'Cartographer. She drew an atlas.',
    '### Rui Vasco',
    'Runs a compost plant.',
  ].join('\n');

  it('say who that is, whatever mentions the name elsewhere', async () => {
    const programme = 'Soil maps – Hanne Lykke';
    expect(await asked(speakers, 'Who is Hanne Lykke?', programme)).toEqual({
      path: ['Hanne Lykke'],
      bold: ['Cartographer.', 'She drew an atlas.'],
    });
    expect(await asked(speakers, 'When is Hanne Lykke?', programme)).toBeUndefined();
    expect(await asked(speakers, 'Who is Hanne Lykke of Aarhus?', programme)).toBeUndefined();
  });

  it('are left alone where the best sentence is theirs', async () => {
    expect(await asked(speakers, 'Who is Hanne Lykke?', 'Cartographer.')).toBeUndefined();
  });
});

it('gives the section of statutes that a sign numbers', async () => {
  const statutes = [
    '# Statutes of the Rowing Club',
    '## § 1 Name',
    '(1) It is called Oar.',
    '## § 2 Purpose',
    '(1) It promotes rowing.',
    '(2) It seeks no profit.',
    '## § 3 Fees',
    'There are none.',
  ].join('\n\n');
  const second = await asked(statutes, 'What does § 2 say?');
  expect(second?.bold).toEqual(['§ 2 Purpose / (1) It promotes rowing. / (2) It seeks no profit.']);
  expect(await asked(statutes, 'What does § 2 of the traffic act say?')).toBeUndefined();
});

it('prefers what is headed as new alone to what is highlighted', async () => {
  const notes = [
    '# Tidemark 4.2',
    '## Highlights',
    '- Faster.',
    '## New',
    '- Alerts.',
    '## Fixed',
    '- A crash.',
  ].join('\n');
  expect((await asked(notes, "What's new in Tidemark 4.2?"))?.bold).toEqual(['Alerts.']);
});
