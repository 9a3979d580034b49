import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import { anotherMeant, versionMeant } from '../../src/conversation/version-at-hand.js';
import { readBytes } from '../../src/articles/read.js';
import { answerOf } from './made.js';

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

describe('another version than the one that was spoken of', async () => {
  const source = ['# Mossgate', '## 3.2.0', 'Boats.', '## 3.1.0', 'Maps.', '## 2.9', 'Rain.'];
  const name = 'changes.md';
  const article = await readBytes(Buffer.from(source.join('\n\n')), { name, source: name });
  const another = (question: string, understood: string, path: readonly string[] = []) => {
    const answer = { ...answerOf('Maps.'), path };
    return anotherMeant(readFollowUp(question), { understood, answer }, article)?.understood;
  };

  it('is the one before it, asked for the same', () => {
    expect(another('and the one before?', "What's new in Mossgate?")).toBe(
      'What changed in version 3.1.0?',
    );
    expect(another('and in the previous version?', 'When was version 3.1.0 released?')).toBe(
      'When was version 2.9 released?',
    );
    expect(another('and the one before that?', 'Who drew the maps?', ['3.1.0'])).toBe(
      'What changed in version 2.9?',
    );
    expect(another('and the one before?', 'What changed in 2.9?')).toBeUndefined();
  });

  it('is the one that the last answer stands under, if asked which that was', () => {
    const released = 'When was version 3.1.0 released?';
    expect(another('which version was that?', 'Who drew the maps?', ['3.1.0'])).toBe(released);
    expect(another('since what version is it in?', 'x', ['3.1.0'])).toBe(released);
    expect(another('which version was that?', 'Who drew the maps?', ['Maps'])).toBeUndefined();
  });
});
