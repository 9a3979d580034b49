import { wordsOf } from '../text/words.js';

/** Said before a question is asked, they are no part of it, whatever follows. */
const CALLS =
  /^(?:hi+|hello+|hey+|hiya|heya|howdy|yo|sup|lol|haha+|thx|ty|pls|plz|umm?|uhh?|hmm+|erm?|bro|dude|good (?:morning|afternoon|evening))(?: (?:there|all|everyone|guys|bot|newsdesk|again))*(?![\p{L}\p{N}'’])[\s,.!…:;)–-]*/iu;
/** These may begin a question, "Cool water …": only with a mark behind them they do not. */
const REMARKS =
  /^(?:ok(?:ay)?|cool|nice|great|perfect|awesome|thanks|thank you|cheers|wow|alright|sorry|excuse me|quick question|question)(?: (?:so much|a lot|very much|bot|newsdesk))*\s*[,.!…:;–-][\s,.!…:;–-]*/iu;

/**
 * A question without the greeting or the thanks before it: "hey, how much is a ticket?". All of it if
 * too little is left, or a name may begin so: "Hello Kitty".
 */
export function withoutGreeting(question: string): string {
  let text = question.trim();
  for (let last = ''; last !== text;) {
    last = text;
    const match = CALLS.exec(text) ?? REMARKS.exec(text);
    if (match === null) break;
    const rest = text.slice(match[0].length);
    const mayBeName = /^\s*$/u.test(match[0].slice(-1)) && /^\p{Lu}\p{Ll}/u.test(rest);
    const isQuestionWord = /^(?:who|what|when|where|why|how|which|is|are|do|does|can)\b/iu.test(
      rest,
    );
    if (wordsOf(rest).length < 2 || (mayBeName && !isQuestionWord)) break;
    text = rest;
  }
  return text;
}
