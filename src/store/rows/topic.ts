import { words } from '../../text/index-words.js';

/** Words that two askings of the same question may differ in. */
const FILLERS = new Set(
  `a an and are as at be been by can could did do does for from had has have how i in is it its me
   of on or please s tell that the there their this to was were what when where which who whom whose
   why will with would you`.split(/\s+/),
);

/** What alike questions have in common: their words in order, without those that say little. */
export function topicOf(question: string): string {
  const all = words(question);
  const telling = all.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : all).join(' ');
}
