import { describe, expect, it } from 'vitest';
import { readShards, SHARDS } from '../src/shards.js';

const read = (value: string): unknown => (SHARDS.test(value) ? readShards(value) : undefined);

describe('NEWSDESK_SHARDS', () => {
  it('is a number of all machines together, or what Discord recommends', () => {
    expect(read('auto')).toEqual({ total: 'auto', only: undefined });
    expect(read('8')).toEqual({ total: 8, only: undefined });
  });

  it('names the shards of this machine, one by one and in ranges', () => {
    expect(read('2,3/8')).toEqual({ total: 8, only: [2, 3] });
    expect(read('0-2,7,1/8')).toEqual({ total: 8, only: [0, 1, 2, 7] });
    expect(read('0/1')).toEqual({ total: 1, only: [0] });
  });

  it.each(['0', '8/8', '3-2/8', '2,/8', '/8', '1/0', '-1/8', '1/auto', 'auto/8', '1e3', '99999'])(
    'is not %s',
    (value) => {
      expect(read(value)).toBeUndefined();
    },
  );
});
