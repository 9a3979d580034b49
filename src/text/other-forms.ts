import { stemOf, type Word } from './words.js';

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)(am|pm|h)?$/u;
const HOUR = /^(0?[1-9]|1[0-2])(am|pm)$/u;

/** Stems of the hours of a text in their other form: `5pm` of "17:00", `17:00` of "5 pm". */
export function clockStems(words: readonly Word[]): readonly string[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    const half = /^ ?$/u.test(next?.before ?? '-') && /^[ap]m$/u.test(next?.text ?? '');
    return clocksOf(word.text + (half ? (next?.text ?? '') : ''));
  });
}

function clocksOf(text: string): string[] {
  const [, hours, minutes = '00', half = ''] = CLOCK.exec(text) ?? [];
  const [, hour, part] = HOUR.exec(text) ?? [];
  if (hour !== undefined) return clockForms(Number(hour), '00', part);
  return hours === undefined ? [] : clockForms(Number(hours), minutes, half);
}

/** As they are written: "5pm", "5:00", "17:00"; an hour alone is no time of day. */
function clockForms(hour: number, minutes: string, half: string | undefined): string[] {
  const late = half === 'pm' && hour < 12 ? 12 : half === 'am' && hour === 12 ? -12 : 0;
  const full = hour + late;
  const short = full % 12 === 0 ? 12 : full % 12;
  const named = full < 12 ? 'am' : 'pm';
  const forms = [`${full}:${minutes}`, `${short}:${minutes}`, `${short}:${minutes}${named}`];
  if (full < 10) forms.push(`0${full}:${minutes}`);
  if (minutes === '00') forms.push(`${short}${named}`);
  return forms.map(stemOf);
}

/** Stems of what is written with a hyphen, without it: `xray` of "x-ray", `checkout` of "check-out". */
export function joinedStems(words: readonly Word[]): readonly string[] {
  return words.flatMap((word, at) => {
    const last = words[at - 1];
    const isJoined = last !== undefined && /^[-‐‑]$/u.test(word.before);
    return isJoined && isLetters(word) && isLetters(last) ? [stemOf(last.text + word.text)] : [];
  });
}

function isLetters({ text }: Word): boolean {
  return /^\p{L}+$/u.test(text);
}
