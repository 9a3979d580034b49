import type { SentenceRecord } from '../../store/store.js';
import { stemOf, wordsOf, type Word } from '../../text/words.js';

const ASKS = new Set(['say', 'said']);
const SAYS = new Set(
  `say said says saying tell told announce announced add added explain explained call called describe
  described argue argued warn warned claim claimed insist insisted admit admitted ask asked reply
  replied answer answered comment commented note noted write wrote remark remarked recall recalled joke
  joked promise promised thank thanked praise praised criticise criticised criticize criticized blame
  blamed deny denied confirm confirmed believe believed think thought hope hoped want wanted complain
  complained suggest suggested recommend recommended state stated according quote quoted speak spoke
  mention mentioned stress stressed urge urged advise advised accuse accused expect expected report
  reported put`
    .split(/\s+/u)
    .map(stemOf),
);
/** What they say stands there without a word for it. */
const WRITTEN = new Set(
  `rule rules contract policy law laws page article text sign notice guide handbook terms document
  letter book report study survey faq manual review test audit message email post statement`.split(
    /\s+/u,
  ),
);
const QUOTED = /["“”„«»‘]/u;

/** "What did she say after the match?", and what is bold tells what she did. */
export function lacksSpeech(words: readonly Word[], bold: readonly SentenceRecord[]): boolean {
  const [first, second] = words.map(({ text }) => text);
  if (first !== 'what' || (second !== 'did' && second !== 'has')) return false;
  if (!words.some(({ text }) => ASKS.has(text)) || words.some(({ text }) => WRITTEN.has(text))) {
    return false;
  }
  return !bold.some(
    // Read with its speaker, a turn of a conversation is speech.
    ({ text, reading, kind }) =>
      QUOTED.test(text) ||
      (kind === 'sentence' && reading !== text) ||
      wordsOf(reading).some(({ stem }) => SAYS.has(stem)),
  );
}
