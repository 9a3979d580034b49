import { expect, it } from 'vitest';
import {
  asksForAddress,
  asksToExplain,
  isAddress,
  isLabelledAddress,
} from '../../src/text/addresses.js';
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

it.each([
  ['Lanternhub: https://lanternhub.example/lanternhub', true],
  ['See www.lanternhub.example/docs/lanternhub.html', true],
  ['Path: /opt/tidebox/bin/tidebox', true],
  ['Lanternhub tells others that www.feed.example has changed.', false],
  ['Forum | https://lanternhub.example/forum', false],
  ['Lanternhub: a hub', false],
])('whether a line is an address behind a label: %s', (line, is) => {
  expect(isLabelledAddress(line)).toBe(is);
});

it.each([
  ['What is Quill?', true],
  ['Who made Quill?', true],
  ['How big is Quill?', true],
  ['How do I join?', false],
  ['Can I join?', false],
])('whether no address answers: %s', (question, explains) => {
  expect(asksToExplain(wordsOf(question))).toBe(explains);
});
