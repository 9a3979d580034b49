/** A picture that a line opens with, as chats have them for bullets, and those that follow it. */
const PICTURES =
  /^(?:(?:[•◦▪‣]|\p{Extended_Pictographic}|\p{Regional_Indicator}{2})[\p{Emoji_Modifier}\uFE0F]?(?:\u200D\p{Extended_Pictographic}\uFE0F?){0,4}\s{0,2}){1,3}/u;
/** `1️⃣`, `1️⃣0️⃣`, `🔟`: a number drawn as keys. */
const KEYS = /^(?:(?:\d\uFE0F?\u20E3){1,2}|🔟)[.:)]?\s{0,2}/u;

const BOLD_LINE = /^(?:__)?\*\*([^*\n]{1,100})\*\*(?:__)?:?\s*/u;

/**
 * The words of a line that a chat shows as a heading, `📅 **Every week**`, without the marks and
 * pictures around them; undefined if it is none.
 */
export function boldLine(line: string): { start: number; end: number } | undefined {
  const lead = pictureLead(line);
  const [all = '', words = ''] = BOLD_LINE.exec(line.slice(lead)) ?? [];
  const rest = line.slice(lead + all.length);
  if (words.trim() === '' || pictureLead(rest) < rest.length) return undefined;
  const start = lead + all.indexOf(words);
  return { start, end: start + words.length };
}

/** Letters of the pictures at a line's beginning, with the space behind them; 0 if it has none. */
export function pictureLead(line: string): number {
  return PICTURES.exec(line)?.[0].length ?? 0;
}

/** Letters of the keys that number a line, with the space behind them; 0 if none do. */
export function keyLead(line: string): number {
  return KEYS.exec(line)?.[0].length ?? 0;
}

/** The number that digits, or keys with digits on them, say. */
export function numberOfSign(sign: string): number {
  return sign.includes('🔟') ? 10 : Number(sign.replace(/\D/gu, ''));
}
