import { expect, test } from 'vitest';
import { lookedForPhrases } from '../../src/answering/looked-for.js';

test.each([
  ['Who won the 2018 World Cup?', ['won', '2018', 'World', 'Cup'], ['won', '2018', 'World Cup']],
  ['Which storm was the storm?', ['storm', 'storm'], ['storm']],
  ['Did Marta Ann Vogel pay?', ['Marta', 'Ann', 'Vogel', 'pay'], ['Marta Ann Vogel', 'pay']],
  // Two names, and a first word that has a capital letter whatever it is.
  ['Did Anna or Bert pay?', ['Anna', 'Bert', 'pay'], ['Anna', 'Bert', 'pay']],
  ['Name Putin’s guests', ['Name', 'Putin', 'guests'], ['Name', 'Putin', 'guests']],
  // The word was misspelt in the question.
  ['Who met Vladimir Puttin?', ['met', 'Vladimir', 'Putin'], ['met', 'Vladimir', 'Putin']],
  ['', [], []],
])('what was looked for in %j keeps names together', (question, words, told) => {
  expect(lookedForPhrases(question, words)).toEqual(told);
});
