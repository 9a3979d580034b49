import { describe, expect, it } from 'vitest';
import { readFollowUp, withoutChange } from '../../src/conversation/reading.js';

describe('how a question of a conversation is read', () => {
  it.each([
    ['why?', 'bare'],
    ['since when?', 'bare'],
    ['how much?', 'bare'],
    ['who else?', 'bare'],
    ['on which day?', 'bare'],
    ['in what room?', 'bare'],
    ['which day is best?', 'whole'],
    ['what about Porto?', 'instead'],
    ['and on Sunday?', 'instead'],
    ['and to Denmark?', 'instead'],
    ['apprentices?', 'instead'],
    ['what if it rains?', 'instead'],
    ['any apprentices?', 'whole'],
    ['tell me more', 'more'],
    ['Anything else?', 'more'],
    ['and then?', 'next'],
    ["what's next?", 'next'],
    ['are you sure?', 'sure'],
    ['Really?', 'sure'],
    ['who paid for the roof?', 'whole'],
    ['Porto', 'whole'],
  ])('%s: %s', (question, form) => {
    expect(readFollowUp(question).form).toBe(form);
  });

  it.each([
    ['How old is he?', 'he', 'he'],
    ['where did her brother live?', 'she', 'her'],
    ['and how long is it?', 'it', 'it'],
    ['How do I get there?', 'there', 'there'],
    ['who is the second one?', 'ordinal', 'the second one'],
    ['who made that?', 'it', 'that'],
    ['how do I book one?', 'one', 'one'],
    ['how much is one?', 'one', 'one'],
  ])('%s refers back with %s', (question, kind, written) => {
    const { pronoun, text } = readFollowUp(question);
    expect(pronoun?.kind).toBe(kind);
    expect(text.slice(pronoun?.start, pronoun?.end)).toBe(written);
  });

  it.each([
    'When did Marta Vogel say that she had kept the stone?',
    'How long does it take to cross the bridge?',
    'Is it true that the bridge is closed?',
    'Is there a museum on the island?',
    'What did the man that built the tower say?',
    'Did the engineer say why she left?',
    'Which platform is number one?',
    'Who is Formula One?',
    'What does rule one say?',
    'what is step one?',
  ])('%s has what it refers to in itself', (question) => {
    expect(readFollowUp(question).pronoun).toBeUndefined();
  });

  it('leaves out what only joins a question to the one before', () => {
    expect(readFollowUp('Ok, and what about the east wing?')).toMatchObject({
      text: 'the east wing?',
      joined: true,
    });
  });

  it('asks of the last subject whether it has any, in place of nothing', () => {
    for (const question of ['any discounts?', 'Any other exits?', 'and any pets?']) {
      expect(readFollowUp(question)).toMatchObject({ form: 'whole', joined: true });
    }
  });

  it('sees a change of topic, and what comes after it', () => {
    expect(readFollowUp('Ok, something else: who built the mill?').changesTopic).toBe(true);
    expect(withoutChange('Ok, something else: who built the mill?')).toBe('who built the mill?');
  });
});

describe('"till"', () => {
  it('is read as "until" before a question word', () => {
    expect(readFollowUp('till when can I cancel?').text).toBe('until when can I cancel?');
    expect(readFollowUp('and til what time?').text).toBe('until what time?');
    expect(readFollowUp('is the till open?').text).toBe('is the till open?');
  });
});
