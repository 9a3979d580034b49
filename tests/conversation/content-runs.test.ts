import { describe, expect, it } from 'vitest';
import { thingIn } from '../../src/conversation/subject.js';

function about(question: string): string | undefined {
  return thingIn([
    { question, understood: question, articleId: 'a', answer: null, confidence: 0.8 },
  ]);
}

describe('what a question is about', () => {
  it('leaves out what was done to it', () => {
    expect(about('when was the stone bridge designed?')).toBe('stone bridge');
    expect(about('when is the water turned off')).toBe('water');
    expect(about('where was the old mill built')).toBe('old mill');
  });

  it('leaves out what it does, before a place or a time too', () => {
    expect(about('how long does the lentil pie take in the oven')).toBe('lentil pie');
    expect(about('how much does the day pass cost for students?')).toBe('day pass');
    expect(about('when does the flea market open on sunday?')).toBe('flea market');
  });

  it('is nothing of its own if it asks of anybody', () => {
    expect(about('was anyone hurt?')).toBeUndefined();
    expect(about('is anybody allowed in?')).toBeUndefined();
    expect(about('is somebody at the front desk?')).toBe('front desk');
  });

  it('keeps nouns that end so or stand before a place', () => {
    expect(about('where is the bike shed?')).toBe('bike shed');
    expect(about('does the apple pie in the oven need foil?')).toBe('apple pie');
  });
});
