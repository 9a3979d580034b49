import { describe, expect, test } from 'vitest';
import { checkCooldown, createAllowance } from '../../src/discord/allowance.js';

function at(times: number, withinMs: number) {
  let time = 1_000_000;
  const allowance = createAllowance(times, withinMs, () => time);
  return { allowance, pass: (ms: number) => (time += ms) };
}

describe('an allowance', () => {
  test('is used up, and comes back as time passes', () => {
    const { allowance, pass } = at(2, 1000);
    expect(allowance.take('a')).toBeUndefined();
    pass(400);
    expect(allowance.take('a')).toBeUndefined();
    expect(allowance.take('a')).toBe(600);
    pass(600);
    expect(allowance.take('a')).toBeUndefined();
    expect(allowance.take('a')).toBe(400);
  });

  test('is everybody’s own', () => {
    const { allowance } = at(1, 1000);
    allowance.take('a');
    expect(allowance.take('b')).toBeUndefined();
  });

  test('refused takes do not make the wait longer', () => {
    const { allowance, pass } = at(1, 1000);
    allowance.take('a');
    pass(900);
    expect(allowance.take('a')).toBe(100);
    pass(100);
    expect(allowance.take('a')).toBeUndefined();
  });

  test('can be given back', () => {
    const { allowance } = at(1, 1000);
    allowance.take('a');
    allowance.giveBack('a');
    expect(allowance.take('a')).toBeUndefined();
  });

  test('of nothing allows nothing, and of no time allows all', () => {
    expect(at(0, 1000).allowance.take('a')).toBe(1000);
    const { allowance } = at(1, 0);
    expect([allowance.take('a'), allowance.take('a')]).toEqual([undefined, undefined]);
  });
});

test('a cool-down says for how many whole seconds', () => {
  const { allowance, pass } = at(1, 2000);
  checkCooldown(allowance, 'a');
  pass(700);
  expect(() => {
    checkCooldown(allowance, 'a');
  }).toThrow(expect.objectContaining({ code: 'discord-cooldown', details: { seconds: 2 } }));
});
