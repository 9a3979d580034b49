import { describe, expect, it } from 'vitest';
import type { AskedQuestion } from '../../../src/store/journal.js';
import type { NewPlace } from './place.js';

function unanswered(question: string, more: Partial<AskedQuestion> = {}): AskedQuestion {
  return { question, collection: 'shared', answered: false, confidence: 0.1, ...more };
}

export function journalContract(newPlace: NewPlace): void {
  describe('the journal', () => {
    it('gives a question back by a short id, after a restart too', async () => {
      const place = await newPlace();
      const first = await place.journal();
      const question: AskedQuestion = {
        question: 'Who came?',
        collection: '1',
        articleId: 'visit',
        answered: true,
        confidence: 0.9,
        answer: { articleId: 'visit', start: 3, end: 17 },
      };
      const id = await first.record(question);
      expect(id).toMatch(/^[0-9a-z]{1,10}$/);
      await first.close();
      const second = await place.journal();
      expect(await second.asked(id)).toMatchObject(question);
      expect(await second.asked('nothing')).toBeUndefined();
    });

    it('counts alike questions together, the most asked first', async () => {
      const journal = await (await newPlace()).journal();
      await journal.record(unanswered('Who won the cup?', { confidence: 0.2 }));
      await journal.record(unanswered('What is the weather?'));
      await journal.record(unanswered('who WON a cup', { confidence: 0.1 }));
      await journal.record(unanswered('cup won who'));
      const found = await journal.unanswered();
      expect(found).toHaveLength(3);
      expect(found[0]).toMatchObject({ question: 'who WON a cup', count: 2, bestConfidence: 0.2 });
      expect(found[0]?.firstAskedAt.localeCompare(found[0].lastAskedAt)).toBeLessThanOrEqual(0);
    });

    it('keeps the questions of servers apart', async () => {
      const journal = await (await newPlace()).journal();
      await journal.record(unanswered('Who won?', { collection: '1' }));
      await journal.record(unanswered('Who won?', { collection: '2' }));
      expect(await journal.unanswered(['1'])).toMatchObject([{ collection: '1', count: 1 }]);
      expect(await journal.unanswered([])).toEqual([]);
      expect(await journal.unanswered()).toHaveLength(2);
    });

    it('leaves out what has been answered since', async () => {
      const place = await newPlace();
      const journal = await place.journal();
      await journal.record(unanswered('Who won?'));
      await journal.record(unanswered('Who won?', { answered: true }));
      expect(await journal.unanswered()).toEqual([]);
      expect(await journal.stats()).toMatchObject({ asked: 2, answered: 1, unanswered: 1 });
    });

    it('counts one vote a person, and the same again withdraws it', async () => {
      const journal = await (await newPlace()).journal();
      const id = await journal.record(unanswered('Who won?'));
      expect(await journal.vote(id, 'anna', 'up')).toEqual({ up: 1, down: 0 });
      expect(await journal.vote(id, 'bert', 'up')).toEqual({ up: 2, down: 0 });
      expect(await journal.vote(id, 'anna', 'down')).toEqual({ up: 1, down: 1 });
      expect(await journal.vote(id, 'anna', 'down')).toEqual({ up: 1, down: 0 });
      expect(await journal.vote('nothing', 'anna', 'up')).toBeUndefined();
      expect((await journal.stats()).feedback).toEqual({ up: 1, down: 0 });
    });
  });
}
