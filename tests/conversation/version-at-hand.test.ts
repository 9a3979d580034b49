import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import { versionMeant } from '../../src/conversation/version-at-hand.js';

function meant(question: string, understood: string): string | undefined {
  return versionMeant(readFollowUp(question), { understood })?.understood;
}

describe('a version in a conversation', () => {
  it('is asked for what it brought, whatever was asked before', () => {
    const understood = 'What changed in version 3.1.0?';
    expect(meant('what about 3.1.0?', 'Who contributed the themes?')).toBe(understood);
    expect(meant('and v3.1.0?', 'What changed in 3.2.0?')).toBe(understood);
    expect(meant('and version 3.1.0?', "What's new in Mossgate?")).toBe(understood);
  });

  it('is asked for when it came out, if that was asked of another', () => {
    const understood = 'When was version 2.9 released?';
    expect(meant('and 2.9?', 'When was Mossgate 3.0 released?')).toBe(understood);
  });

  it('is what "it" came out as', () => {
    const released = 'When was version 3.2.0 released?';
    expect(meant('when did it come out?', "What's new in 3.2.0?")).toBe(released);
    expect(meant('and when was that released?', 'What changed in 3.2.0?')).toBe(released);
    const latest = 'When was the latest version released?';
    expect(meant('when was it published?', "What's new in Mossgate?")).toBe(latest);
  });

  it('is not what else is asked of it, or of nothing', () => {
    expect(meant('and 3.1.0?', 'Who released version 3.2.0?')).toBeUndefined();
    expect(meant('when did it come out?', 'Who owns the harbour?')).toBeUndefined();
    expect(meant('what about the price of 3.1.0?', 'What changed in 3.2.0?')).toBeUndefined();
    expect(meant('and on Sunday?', 'What changed in 3.2.0?')).toBeUndefined();
  });
});
