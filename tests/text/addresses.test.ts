import { expect, it } from 'vitest';
import { asksForAddress, isAddress } from '../../src/text/addresses.js';
import { wordsOf } from '../../src/text/words.js';

it.each([
  'https://quill.example/quill/what-is-quill',
  'quill.example/faq#quill',
  'www.quill.example',
  '/usr/share/quill/README ~/quill/notes',
  'help@quill.example',
])('%s is an address and nothing else', (line) => {
  expect(isAddress(line)).toBe(true);
});

it.each(['See https://quill.example/faq.', 'and/or', 'Version 2.1', 'quill.example', '3/4'])(
  '%s is none',
  (line) => {
    expect(isAddress(line)).toBe(false);
  },
);

it.each([
  ['What is the address of the manual?', true],
  ['Where are the notes kept?', true],
  ['What is Quill?', false],
])('whether an address is asked for: %s', (question, asks) => {
  expect(asksForAddress(wordsOf(question))).toBe(asks);
});
