import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationSet, Gold } from '../../src/evaluation/evaluation-set.js';
import { answersGold, holdsGold } from '../../src/evaluation/gold.js';
import { readSet } from '../../src/evaluation/read-set.js';

describe('an evaluation file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-sets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function setOf(content: unknown): Promise<EvaluationSet> {
    const file = path.join(folder, 'set.json');
    await writeFile(file, JSON.stringify(content));
    return readSet(file);
  }

  it('in the format of SQuAD is paragraphs, and what they do not answer near misses', async () => {
    const set = await setOf({
      data: [
        {
          title: 'Old_Mills',
          paragraphs: [
            {
              context: 'The mill was built in 1802.',
              qas: [
                { id: 1, question: 'When?', answers: [{ text: '1802', answer_start: 22 }] },
                { id: 2, question: 'Who?', answers: [], is_impossible: true },
              ],
            },
          ],
        },
      ],
    });
    expect(set.shape).toBe('squad');
    expect(set.rooms[0]?.articles[0]).toMatchObject({ title: 'Old Mills', read: 'plain' });
    expect(set.rooms[0]?.questions.map(({ strange }) => strange)).toEqual([undefined, 'near-miss']);
  });

  it('of questions and answers is read as Markdown and as HTML, and asked both ways', async () => {
    const entry = {
      question: 'May I swim?',
      answer: 'Yes, in June.',
      html: '<p>Yes, in June.</p>',
    };
    const set = await setOf({
      pages: [{ title: 'The lake', entries: [entry] }],
      questions: [{ question: 'Is swimming allowed?', page: 0, answer: 'Yes, in June.' }],
    });
    expect(set.rooms.map(({ name }) => name)).toEqual(['md', 'html']);
    expect(set.rooms[0]?.articles[0]?.text).toContain('## May I swim?');
    expect(set.rooms[1]?.articles[0]?.text).toContain('<h2>May I swim?</h2>');
    expect(set.rooms[0]?.questions.map(({ kind }) => kind)).toEqual([
      'verbatim, md',
      'reworded, md',
    ]);
  });

  it('of weeks is a room for each, which the other weeks have strangers for', async () => {
    const week = (name: string) => ({
      week: name,
      articles: [{ id: 'a', title: 'T', text: 'Something.' }],
      questions: [
        { question: `What of ${name}?`, answers: ['Something'], holders: ['a'] },
        { question: 'What is nowhere?', answers: ['Nothing'], holders: [] },
      ],
    });
    const set = await setOf({ weeks: [week('one'), week('two')] });
    expect(set.rooms.map(({ questions }) => questions.map(({ strange }) => strange))).toEqual([
      [undefined, 'off-topic'],
      [undefined, 'off-topic'],
    ]);
  });

  it('of another shape is refused with what is amiss', async () => {
    await expect(setOf({ data: [{ paragraphs: 'none' }] })).rejects.toThrow(/paragraphs/);
    await expect(setOf([1])).rejects.toMatchObject({ code: 'evaluation-file-unreadable' });
  });
});

describe('what is shown', () => {
  const gold = (shown: Gold['shown'], ...answers: string[]): Gold => ({
    articles: ['a'],
    answers: answers.map((text) => ({ text })),
    shown,
  });

  it('needs one of several accepted answers, or each of what was asked for', () => {
    const bold = ['The rules are: be kind', 'do not shout.'];
    expect(answersGold(bold, gold('any', 'Be kind', 'whatever'))).toBe(true);
    expect(answersGold(bold, gold('all', 'be kind', 'do not shout'))).toBe(true);
    expect(answersGold(bold, gold('all', 'be kind', 'do not run'))).toBe(false);
  });

  it('may be a part of an answer that is long, but not of something else', () => {
    const long = gold('part', 'Wash your hands often with soap. Stay at home if you are ill.');
    expect(answersGold(['Stay at home if you are ill.'], long)).toBe(true);
    expect(answersGold(['How often should I wash my hands?'], long)).toBe(false);
    expect(holdsGold('Stay at home if you are ill. Wear a mask too.', long)).toBe(false);
  });
});
