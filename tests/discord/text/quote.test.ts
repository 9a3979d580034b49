import { describe, expect, test } from 'vitest';
import { quote } from '../../../src/discord/text/quote.js';
import { hostileTexts } from '../hostile.js';

/** What is left once escaped characters and our own emphasis are taken away. */
function unescapedRest(quoted: string): string {
  return quoted
    .replace(/^> /gm, '')
    .replace(/\\./gs, 'x')
    .replace(/\*\*|__/g, 'm');
}

describe('a quote', () => {
  const text = 'First sentence. The delegation has Ann and Bob. Last sentence.';
  const bold = [{ start: 16, end: 47 }];

  test('has the answer in bold and the answering words underlined', () => {
    const underlined = [{ start: 35, end: 46 }];
    expect(quote(text, { bold, underlined }, 500)).toBe(
      '> First sentence. **The delegation has __Ann and Bob__.** Last sentence.',
    );
  });

  test('closes emphasis at the end of each line', () => {
    const lines = 'one\ntwo';
    expect(quote(lines, { bold: [{ start: 0, end: 7 }] }, 100)).toBe('> **one**\n> **two**');
  });

  test('is cut around the answer, between words', () => {
    const long = `${'before '.repeat(300)}ANSWER here. ${'after '.repeat(300)}`;
    const start = long.indexOf('ANSWER');
    const quoted = quote(long, { bold: [{ start, end: start + 12 }] }, 200);
    expect(quoted).toMatch(/^> …before .*before \*\*ANSWER here\.\*\* after .*after…$/);
    expect(quoted.length).toBeGreaterThan(150);
    expect(quoted.length).toBeLessThanOrEqual(200);
  });

  test('of a sentence that is itself too long begins with it', () => {
    const sentence = 'x*'.repeat(2500);
    const quoted = quote(`Before. ${sentence}`, { bold: [{ start: 8, end: 5008 }] }, 300);
    expect(quoted).toMatch(/^> …\*\*x\\\*x\\\*/);
    expect(quoted).toMatch(/\*\*…$/);
    expect(quoted.length).toBeLessThanOrEqual(300);
  });

  test('of nothing is still something', () => {
    expect(quote('\u200b\n', {}, 100)).toBe('> …');
  });

  test('of millions of characters without a space takes no time', () => {
    const started = performance.now();
    const quoted = quote(
      'a*'.repeat(2_000_000),
      { bold: [{ start: 3_000_000, end: 3_000_100 }] },
      500,
    );
    expect(performance.now() - started).toBeLessThan(1000);
    expect(quoted).toContain('**');
  });

  test('lets nothing out of it, whatever it quotes', () => {
    for (const hostile of hostileTexts(400, 25)) {
      const end = Math.floor(hostile.length / 2);
      const marks = { bold: [{ start: 2, end }], underlined: [{ start: 4, end: end - 1 }] };
      for (const max of [60, 300, 4000]) {
        const quoted = quote(hostile, marks, max);
        expect(quoted.length).toBeLessThanOrEqual(max);
        for (const line of quoted.split('\n')) expect(line).toMatch(/^> /);
        expect(unescapedRest(quoted)).not.toMatch(/[\\`*_~|<>[\]@]/);
        expect(unescapedRest(quoted)).not.toMatch(/^(?:#{1,3}|-#|[-+]|\d+\.)\s/m);
        expect(quoted).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u202a-\u202e\u2066-\u2069]/);
      }
    }
  });
});
