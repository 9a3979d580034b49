import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import { quoteAbout, speakerOf } from '../../src/conversation/speaker.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

/** The article, and the part of it that answered; read after the name of whoever speaks. */
function topicOf(text: string, answered: string, speaker?: string): Topic {
  const made = passageOf('Town hall', [text]);
  const start = text.indexOf(answered);
  const span = { start, end: start + answered.length };
  const sentences = made.sentences.map((sentence) => ({
    ...sentence,
    ...span,
    text: answered,
    reading: speaker === undefined ? answered : `${speaker}: ${answered}`,
  }));
  const last = {
    question: 'When does it begin?',
    understood: 'When does it begin?',
    articleId: 'a',
    confidence: 0.9,
    answer: answerOf(answered, 'sentence', start),
  };
  const passages = [{ ...made, sentences }];
  return { articleId: 'a', passages, exchanges: [last], last };
}

function saidBy(question: string, topic: Topic): string | undefined {
  const answer = speakerOf(readFollowUp(question), topic);
  const [mark] = answer?.highlights ?? [];
  if (answer === undefined || mark === undefined) return undefined;
  return answer.text.slice(mark.start - answer.start, mark.end - answer.start);
}

describe('who said what was answered', () => {
  const talk = topicOf('Fitch: When?\nWren: In May, at noon.', 'In May, at noon.', 'Wren');

  it('is the name before the turn, which is shown with it', () => {
    for (const question of ['who said that?', 'And who told you that?', 'who says so']) {
      expect(saidBy(question, talk)).toBe('Wren');
    }
    expect(speakerOf(readFollowUp('who said that?'), talk)?.text).toBe('Wren: In May, at noon.');
  });

  it('is the person beside a verb of saying in prose', () => {
    const prose = '“It begins in May,” Helen Marsh told the council.';
    expect(saidBy('who said that?', topicOf(prose, prose))).toBe('Helen Marsh');
  });

  it('is whoever wrote it only if it was written', () => {
    const said = '“It begins in May,” Helen Marsh told the council.';
    const written = 'It begins in May, Helen Marsh wrote to the council.';
    expect(saidBy('who wrote that?', topicOf(said, said))).toBeUndefined();
    expect(saidBy('who wrote this', topicOf(written, written))).toBe('Helen Marsh');
    expect(saidBy('who wrote that?', talk)).toBe('Wren');
  });

  it('is nobody if no one is named, or what comes before a colon is no speaker', () => {
    const plain = 'It begins in May.';
    expect(saidBy('who said that?', topicOf(plain, plain))).toBeUndefined();
    expect(saidBy('who said that?', topicOf('Start: In May.', 'In May.'))).toBeUndefined();
  });

  it('is not looked for if something else is asked', () => {
    expect(saidBy('who said that the tax is too high?', talk)).toBeUndefined();
    expect(saidBy('who is that?', talk)).toBeUndefined();
  });
});

describe('what was said about somebody', () => {
  const last = {
    question: 'Who scored?',
    understood: 'Who scored?',
    articleId: 'a',
    confidence: 0.9,
    answer: answerOf('Ines Lind scored.'),
  };
  const aboutIn = (question: string, ...texts: readonly string[]): string | undefined => {
    const passages = [passageOf('A late goal', texts)];
    const topic = { articleId: 'a', passages, exchanges: [last], last };
    return quoteAbout(readFollowUp(question), 'Ines Lind', topic)?.sentence.text;
  };
  const quotes = [
    '“It rained,” said coach Olav Moe.',
    '“Ines has waited for this.',
    'Ines Lind left.',
  ];

  it('is the one quoted sentence that names her', () => {
    expect(aboutIn('what did her coach say about her?', ...quotes)).toBe(quotes[1]);
    expect(aboutIn('what does he think of her?', ...quotes)).toBe(quotes[1]);
  });

  it('is nothing if several do, or another thing was said', () => {
    expect(aboutIn('what did he say about her?', ...quotes, '“Ines!”')).toBeUndefined();
    expect(aboutIn('what did he say to her?', ...quotes)).toBeUndefined();
    expect(aboutIn('what did he say about her?', 'Ines said “It rained”.')).toBeUndefined();
  });
});
