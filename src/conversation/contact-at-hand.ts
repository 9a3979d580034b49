import type { AnswerText } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Span } from '../text/span.js';
import { spelledOut } from './spelled-out.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

interface Contact {
  readonly asked: ReadonlySet<string>;
  /** What a sentence that has one says beside it. */
  readonly beside: RegExp;
  readonly given: RegExp;
}

const CONTACTS: readonly Contact[] = [
  {
    asked: new Set('phone telephone mobile number'.split(' ')),
    beside: /\b(?:phone|telephone|mobile|tel|call|ring|dial|text|hotline|office|contact)\b/iu,
    // No prices beside one another, no date and no time.
    given:
      /(?<![\d.,:–-])(?!\d{4}-\d\d-)\+?\d(?:(?:[ ()/-]{0,2}\d){5,14}|(?:\.?\d){5,14})(?![\d.,:–-]\d|\d)/u,
  },
  {
    asked: new Set('email e-mail mail e address'.split(' ')),
    beside: /@/u,
    given: /(?<![^\s<(:|])[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,100}(?<!\.)/u,
  },
];

/** Sentences before and after the last answer that are looked in first. */
const NEAR = 2;

/**
 * "What's the number?", of nothing else: the sentence with the phone number, and that marked, that
 * stands nearest by the last answer; else the only one of the article. So for the e-mail address.
 */
export function contactAtHand(
  reading: Reading,
  { last, passages, exchanges }: Topic,
): { readonly passage: PassageRecord; readonly answer: AnswerText } | undefined {
  const { text, content } = spelledOut(reading, exchanges);
  const contact = CONTACTS.find(({ asked }) => content.every((word) => asked.has(word.text)));
  if (contact === undefined || content.length === 0 || !/^what/iu.test(text)) return undefined;
  const found = passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence, at) => {
      const given = contact.given.exec(sentence.text);
      if (given === null || !contact.beside.test(sentence.reading)) return [];
      const start = sentence.start + given.index;
      const highlight = { start, end: start + given[0].length };
      return [{ passage, sentence, highlight, apart: apartOf(passage.sentences, at, last.answer) }];
    }),
  );
  const nearest = found.toSorted((one, other) => one.apart - other.apart)[0];
  if (nearest === undefined || (nearest.apart > NEAR && found.length > 1)) return undefined;
  const { passage, sentence, highlight } = nearest;
  return { passage, answer: answerTextOf(passage, [sentence], [highlight]) };
}

/** How many sentences of a passage lie between one and an answer; infinitely many if it has none. */
function apartOf(sentences: readonly SentenceRecord[], at: number, answer: Span | null): number {
  const places = sentences.flatMap(({ start, end }, place) =>
    answer !== null && start < answer.end && end > answer.start ? [Math.abs(place - at)] : [],
  );
  return Math.min(Infinity, ...places);
}
