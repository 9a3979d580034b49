import { isStopWord } from '../../text/stop-words.js';
import { isUnspaced } from '../../text/unspaced.js';
import { fold, wordsOf } from '../../text/words.js';

/** What kind of message a "question" is. */
export type MessageKind = 'question' | 'gist' | 'greeting' | 'unclear';

const GREETING = new Set(
  `hi hello hey hiya howdy greetings yo good morning afternoon evening night day there everyone all
  bot newsdesk how are you doing thanks thank you very much cheers bye goodbye see please ok okay
  cool nice great sup what s up`.split(/\s+/u),
);
const GREETING_OPENS = new Set(
  'hi hello hey hiya howdy greetings yo good thanks thank cheers bye goodbye ok okay sup'.split(
    ' ',
  ),
);

const THIS = String.raw`(?:(?:this|the|that|it|these|those|your|our|all)\b\s*)*(?:article|articles|story|text|piece|page|news|report|post|document|one)?s?`;
const GIST = [
  String.raw`(?:can you |could you |please |will you )*(?:summari[sz]e|sum up|recap|outline)\s*${THIS}`,
  String.raw`(?:(?:can|could) (?:you|i|we) (?:give|have|get)|give|i (?:want|need)|(?:what is|what s|whats))?\s*(?:me |us )?(?:an? |the )?(?:quick |short |brief )?(?:summary|gist|overview|synopsis|abstract|main points?|key points?|main idea|tl ?dr)\s*(?:of |for )?${THIS}`,
  String.raw`(?:what is|what s|whats|what are|what was|so what is)\s+${THIS}\s*(?:all |mainly |mostly )?about`,
  String.raw`what (?:does|do|did)\s+${THIS}\s+(?:say|tell us|tell me|cover|deal with)`,
  String.raw`tell (?:me|us)\s+(?:about|what is in)\s+${THIS}`,
].map((pattern) => new RegExp(`^(?:${pattern})(?: please)?$`, 'u'));

/** How a wish for a summary is understood, however it was said; `messageKind` takes it for one. */
export const SUMMARY = 'summarise the article';

/** Tells a question from a greeting, a wish for a summary, and what is too little to go by. */
export function messageKind(message: string): MessageKind {
  const plain = fold(message)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (plain === '') return 'unclear';
  if (GIST.some((pattern) => pattern.test(plain))) return 'gist';
  const words = plain.split(' ');
  if (GREETING_OPENS.has(words[0] ?? '') && words.every((word) => GREETING.has(word))) {
    return 'greeting';
  }
  const said = wordsOf(message).filter(({ text }) => !isStopWord(text));
  // A word alone is a question only if it is asked: "Paypal?"
  const isAsked = /[?？؟]$/u.test(message.trimEnd()) || isUnspaced(message);
  const isTooLittle = words.length < 2 && !isAsked;
  return said.length === 0 || isTooLittle ? 'unclear' : 'question';
}
