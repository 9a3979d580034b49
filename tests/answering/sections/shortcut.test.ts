import { expect, it } from 'vitest';
import type { WeighedSentence } from '../../../src/answering/bold.js';
import { shortcut } from '../../../src/answering/sections/shortcut.js';
import type { SentenceFeature } from '../../../src/answering/sentence-features.js';
import { passageOf, queryOf } from '../made.js';

const passage = passageOf('Notes', [
  'The split view forgets its place.',
  'Open the split view with Ctrl+Shift+D.',
  'Press M to open the map.',
  'The map shows herons.',
]);
const weighed = passage.sentences.map((sentence, at): WeighedSentence => {
  const features = {} as Record<SentenceFeature, number>;
  return { passage, at, sentence, features, strength: 0, share: 0.25 };
});

function found(question: string, bold: number): string | undefined {
  const best = weighed[bold];
  if (best === undefined) throw new Error('no such sentence');
  return shortcut(queryOf(question), weighed, { best, sentences: [best], share: 1 })?.sentence.text;
}

it('takes what names keys if a shortcut is asked for', () => {
  expect(found('split view shortcut', 0)).toBe('Open the split view with Ctrl+Shift+D.');
  expect(found('What is the hotkey for the map?', 3)).toBe('Press M to open the map.');
});

it('leaves what names keys already, and what asks for something else', () => {
  expect(found('split view shortcut', 1)).toBeUndefined();
  expect(found('where does the split view go', 0)).toBeUndefined();
  expect(found('shortcut for the ledger', 0)).toBeUndefined();
});
