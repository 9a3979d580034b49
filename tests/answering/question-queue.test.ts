import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QuestionQueue } from '../../src/answering/question-queue.js';

const BUSY = { code: 'questions-busy' };

/** A queue whose clock is the test's: nothing ends before it is told to. */
function open() {
  const queue = new QuestionQueue();
  const outcomes = { answered: 0, busy: 0 };
  const answered = new Map<string, number>();
  const ends: (() => void)[] = [];
  const ask = (askedBy?: string, signal?: AbortSignal): Promise<void> => {
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    return queue.run(work, { askedBy, signal });
  };
  const count = (askedBy?: string): void => {
    ask(askedBy).then(
      () => {
        outcomes.answered += 1;
        answered.set(askedBy ?? '', (answered.get(askedBy ?? '') ?? 0) + 1);
      },
      () => (outcomes.busy += 1),
    );
  };
  /** Has the questions that are under way, and those that follow them, take so long each. */
  const answer = async (questions: number, ms: number): Promise<void> => {
    for (let answered = 0; answered < questions;) {
      await vi.advanceTimersByTimeAsync(ms);
      const now = ends.splice(0);
      for (const end of now) end();
      answered += now.length;
      await vi.advanceTimersByTimeAsync(0);
      if (now.length === 0) return;
    }
  };
  return { queue, outcomes, answered, ask, count, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a queue of questions', () => {
  it('answers a few at a time, in the order in which they came', async () => {
    vi.useRealTimers();
    const queue = new QuestionQueue();
    const begun: number[] = [];
    let [together, most] = [0, 0];
    const questions = Array.from({ length: 20 }, (_, at) =>
      queue.run(
        async () => {
          begun.push(at);
          most = Math.max(most, ++together);
          await sleep(1);
          together -= 1;
        },
        { askedBy: 'a server' },
      ),
    );
    expect(queue.waiting).toBeGreaterThan(10);
    await Promise.all(questions);
    expect(begun).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThan(8);
    expect(queue.waiting).toBe(0);
  });

  it('refuses at once what would wait for more than ten seconds, and takes questions again afterwards', async () => {
    const { queue, outcomes, ask, count, answer } = open();
    for (let n = 0; n < 400; n++) count('a server');
    await vi.advanceTimersByTimeAsync(0);
    const taken = 400 - outcomes.busy;
    expect(outcomes.busy).toBeGreaterThan(200);
    expect(taken).toBeGreaterThan(50);
    await expect(ask('a server')).rejects.toMatchObject(BUSY);
    await answer(taken, 100);
    expect(outcomes.answered).toBe(taken);
    expect(queue.waiting).toBe(0);
    const again = ask('a server');
    await answer(1, 100);
    await expect(again).resolves.toBeUndefined();
  });

  it('takes the more, the quicker the latest questions were answered', async () => {
    const takenAfter = async (ms: number): Promise<number> => {
      const { outcomes, count, answer } = open();
      for (let n = 0; n < 80; n++) count('a server');
      await answer(80, ms);
      const before = outcomes.busy;
      for (let n = 0; n < 1_000; n++) count('a server');
      await vi.advanceTimersByTimeAsync(0);
      return 1_000 - (outcomes.busy - before);
    };
    const [quick, slow] = [await takenAfter(50), await takenAfter(800)];
    expect(quick).toBeGreaterThan(500);
    expect(slow).toBeGreaterThan(30);
    expect(slow).toBeLessThan(80);
  });

  it('takes the first question of a server, however many another one asks', async () => {
    const { queue, outcomes, ask, count, answer } = open();
    for (let n = 0; n < 400; n++) count('a busy server');
    await vi.advanceTimersByTimeAsync(0);
    const { busy } = outcomes;
    const { waiting } = queue;
    const quiet = ask('a quiet server');
    await answer(8, 100);
    await expect(quiet).resolves.toBeUndefined();
    // In the place of a question of the other.
    expect(outcomes.busy).toBe(busy + 1);
    expect(queue.waiting).toBeLessThan(waiting);
  });

  it('takes no more of many servers than of one, and as many of each', async () => {
    const { queue, answered, count, answer } = open();
    for (let n = 0; n < 400; n++) count('one');
    await vi.advanceTimersByTimeAsync(0);
    const { waiting } = queue;
    for (let n = 0; n < 200; n++) for (const each of ['two', 'three', 'four', 'five']) count(each);
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.waiting).toBe(waiting);
    await answer(200, 100);
    const counts = [...answered.values()];
    expect(counts).toHaveLength(5);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(5);
  });

  it('tells whoever has waited for twenty seconds in vain', async () => {
    const { queue, outcomes, count } = open();
    for (let n = 0; n < 20; n++) count('a server');
    await vi.advanceTimersByTimeAsync(19_000);
    expect(outcomes.busy).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(outcomes.busy).toBeGreaterThan(0);
    expect(queue.waiting).toBe(0);
  });

  it('never holds more than a thousand, however quick they are', async () => {
    const { queue, outcomes, count, answer } = open();
    for (let n = 0; n < 100; n++) count('a server');
    await answer(100, 1);
    for (let n = 0; n < 1_500; n++) count('a server');
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.waiting).toBe(1_000);
    expect(outcomes.busy).toBeGreaterThan(0);
  });

  it('refuses nobody who is not named: a batch waits however long it takes', async () => {
    const { outcomes, count, answer } = open();
    for (let n = 0; n < 2_000; n++) count();
    await answer(2_000, 300);
    expect(outcomes).toEqual({ answered: 2_000, busy: 0 });
  });

  it('forgets what is given up while it waits', async () => {
    const { queue, ask, count } = open();
    for (let n = 0; n < 10; n++) count('a server');
    await vi.advanceTimersByTimeAsync(0);
    const before = queue.waiting;
    const controller = new AbortController();
    const waiting = ask('a server', controller.signal);
    expect(queue.waiting).toBe(before + 1);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(queue.waiting).toBe(before);
  });

  it('goes on after questions that fail', async () => {
    vi.useRealTimers();
    const queue = new QuestionQueue();
    const failing = Array.from({ length: 10 }, () =>
      queue.run(() => Promise.reject(new Error('broke')), { askedBy: 'a server' }),
    );
    await Promise.all(failing.map((each) => expect(each).rejects.toThrow('broke')));
    await expect(queue.run(() => Promise.resolve('answer'), { askedBy: 'a server' })).resolves.toBe(
      'answer',
    );
  });
});
