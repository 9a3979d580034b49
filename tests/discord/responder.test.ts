import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contentOf } from '../../src/discord/replies/payload.js';
import { createResponder, type Target, type Wire } from '../../src/discord/responder.js';
import {
  ANSWER_WINDOW_MS,
  MAX_RESPONSE_AGE_MS,
  PROGRESS_INTERVAL_MS,
} from '../../src/discord/timing.js';

const log = pino({ level: 'silent' });
const payload = contentOf('Done');

/** A wire that notes what is sent over it. */
function wireTo(sent: string[], over: Partial<Wire> = {}): Wire {
  const note = (what: string) => {
    sent.push(what);
    return Promise.resolve();
  };
  return {
    createdAt: Date.now(),
    defer: (target) => note(`defer ${target}`),
    respond: (target, { content }) => note(`respond ${target}: ${content ?? ''}`),
    edit: ({ content }) => note(`edit: ${content ?? ''}`),
    remove: () => note('remove'),
    followUpPrivately: ({ content }) => note(`follow up privately: ${content ?? ''}`),
    ...over,
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function after(ms: number, expected: Target, target: Target): Promise<string[]> {
  const sent: string[] = [];
  const responder = createResponder(wireTo(sent), expected, log);
  await vi.advanceTimersByTimeAsync(ms);
  await responder.finish(target, payload);
  return sent;
}

describe('a response', () => {
  test.each([
    ['public', 'public'],
    ['public', 'private'],
    ['private', 'private'],
    ['update', 'update'],
    ['update', 'private'],
  ] as const)('that is quick is sent at once, expected %s and %s', async (expected, target) => {
    expect(await after(ANSWER_WINDOW_MS - 50, expected, target)).toEqual([
      `respond ${target}: Done`,
    ]);
  });

  test.each([
    ['public', 'public', ['defer public', 'edit: Done']],
    ['private', 'private', ['defer private', 'edit: Done']],
    ['update', 'update', ['defer update', 'edit: Done']],
    // A placeholder that all see must be gone before the note, which would fill it otherwise.
    ['public', 'private', ['defer public', 'remove', 'follow up privately: Done']],
    ['update', 'private', ['defer update', 'follow up privately: Done']],
  ] as const)('that is slow is deferred: expected %s and %s', async (expected, target, sent) => {
    expect(await after(ANSWER_WINDOW_MS + 50, expected, target)).toEqual(sent);
  });

  test('waits for a deferral that is under way', async () => {
    const sent: string[] = [];
    const slow = wireTo(sent, {
      defer: async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        sent.push('deferred');
      },
    });
    const responder = createResponder(slow, 'public', log);
    await vi.advanceTimersByTimeAsync(ANSWER_WINDOW_MS + 10);
    const finished = responder.finish('public', payload);
    await vi.advanceTimersByTimeAsync(600);
    await finished;
    expect(sent).toEqual(['deferred', 'edit: Done']);
  });

  test('that can’t be deferred is given up, and the work with it', async () => {
    const sent: string[] = [];
    const wire = wireTo(sent, { defer: () => Promise.reject(new Error('Unknown interaction')) });
    const responder = createResponder(wire, 'public', log);
    await vi.advanceTimersByTimeAsync(ANSWER_WINDOW_MS + 50);
    expect(responder.signal.aborted).toBe(true);
    await responder.finish('public', payload);
    expect(sent).toEqual([]);
  });

  test('that comes after the token’s life is dropped', async () => {
    expect(await after(MAX_RESPONSE_AGE_MS + 1, 'public', 'public')).toEqual(['defer public']);
  });

  test('that Discord refuses is no crash', async () => {
    const refuse = () => Promise.reject(new Error('Unknown Message'));
    const refusing = { respond: refuse, edit: refuse, remove: refuse, followUpPrivately: refuse };
    for (const ms of [0, ANSWER_WINDOW_MS + 50]) {
      const responder = createResponder(wireTo([], refusing), 'public', log);
      await vi.advanceTimersByTimeAsync(ms);
      await expect(responder.finish('private', payload)).resolves.toBeUndefined();
    }
  });

  test('tells how long the first one took', async () => {
    const responder = createResponder(wireTo([]), 'public', log);
    expect(responder.acknowledgedMs()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(120);
    await responder.finish('public', payload);
    expect(responder.acknowledgedMs()).toBeCloseTo(120, -1);
  });
});

test('progress is shown once deferred, no more often than Discord allows, and before the end', async () => {
  const sent: string[] = [];
  const responder = createResponder(wireTo(sent), 'private', log);
  responder.progress(contentOf('too early'));
  await vi.advanceTimersByTimeAsync(PROGRESS_INTERVAL_MS);
  for (let step = 0; step < 30; step++) {
    responder.progress(contentOf(`step ${step}`));
    await vi.advanceTimersByTimeAsync(PROGRESS_INTERVAL_MS / 10);
  }
  await responder.finish('private', payload);
  expect(sent).toEqual([
    'defer private',
    'edit: step 0',
    'edit: step 10',
    'edit: step 20',
    'edit: Done',
  ]);
});
