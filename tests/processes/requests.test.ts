import { expect, test, vi } from 'vitest';
import { Requests } from '../../src/processes/requests.js';

test('gives each request its own answer, in whatever order they come', async () => {
  const { requests, posted, post } = channel();
  const first = requests.run(post);
  const second = requests.run(post);
  expect(requests.size).toBe(2);
  requests.settle(posted[1] ?? 0, 'of the second');
  requests.settle(posted[0] ?? 0, 'of the first');
  expect(await Promise.all([first, second])).toEqual(['of the first', 'of the second']);
  expect(requests.size).toBe(0);
});

test('drops an answer that nobody waits for', () => {
  const { requests } = channel();
  requests.settle(17, 'late');
  expect(requests.size).toBe(0);
});

test('rejects a request with the reason of its signal, and posts none that is aborted already', async () => {
  const { requests, posted, post } = channel();
  const abort = new AbortController();
  const waiting = requests.run(post, { signal: abort.signal });
  abort.abort(new Error('no longer wanted'));
  await expect(waiting).rejects.toThrow('no longer wanted');
  await expect(requests.run(post, { signal: abort.signal })).rejects.toThrow('no longer wanted');
  expect(posted).toHaveLength(1);
});

test('rejects a request whose answer does not come in time', async () => {
  const { requests, post } = channel();
  const waiting = requests.run(post, { timeoutMs: 10 });
  await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('leaves it to the owner of the channel what becomes of an overdue request', async () => {
  const { requests, post } = channel();
  const abort = new AbortController();
  const onOverdue = vi.fn();
  const waiting = requests.run(post, { signal: abort.signal, onOverdue });
  abort.abort();
  const [id] = onOverdue.mock.lastCall as [number];
  requests.settle(id, 'done all the same');
  expect(await waiting).toBe('done all the same');
});

test('rejects all that wait when the other side is gone', async () => {
  const { requests, post } = channel();
  const waiting = Promise.allSettled([requests.run(post), requests.run(post)]);
  requests.failAll(new Error('gone'));
  const reason = new Error('gone');
  expect(await waiting).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
});

test('rejects a request that could not be posted', async () => {
  const { requests } = channel();
  const post = () => {
    throw new Error('closed');
  };
  await expect(requests.run(post)).rejects.toThrow('closed');
  expect(requests.size).toBe(0);
});

function channel() {
  const posted: number[] = [];
  const post = (id: number): void => {
    posted.push(id);
  };
  return { requests: new Requests<string>(), posted, post };
}
