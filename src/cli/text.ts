import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { graphemes } from '../text/graphemes.js';

/** Controls but tab and line feed, and what turns the direction of text around. */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from an article with nothing in it that could steer a terminal. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replaceAll(UNSAFE, '');
}

/** The same on one line, cut at `most` characters. */
export function plainLine(text: string, most = Infinity): string {
  const line = [...graphemes(plain(text).replaceAll(/\s+/g, ' ').trim())];
  return line.length <= most
    ? line.join('')
    : `${line
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** JSON without characters that steer a terminal; the value is the same. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `3 articles`, `1 article`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** Milliseconds as a person says them: `340 ms`, `12.3 s`, `4 min 5 s`, `2 h 3 min`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Bytes in units of 1000: `340 B`, `1.2 MB`. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** `2026-11-24 21:05` of an ISO 8601 time, in UTC. */
export function time(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

export type Cell = string | number;

/** Rows under a header, in columns; numbers stand to the right. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const numeric = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = header.map((name, column) =>
    Math.max(...[name, ...texts.map((row) => row[column] ?? '')].map(width)),
  );
  return [header, ...texts]
    .map((row) =>
      row
        .map((cell, column) => {
          const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
          return numeric[column] === true ? gap + cell : cell + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and their values, one a line. */
export function pairs(rows: readonly (readonly [name: string, value: string])[]): string {
  const widest = Math.max(...rows.map(([name]) => width(name)));
  return rows
    .map(([name, value]) => `${name}${' '.repeat(widest - width(name))}  ${value}`)
    .join('\n');
}

/** Breaks lines between words; escape sequences take no room. */
export function wrap(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  let used = 0;
  return line
    .split(' ')
    .map((word, index) => {
      const length = width(stripVTControlCharacters(word));
      if (index === 0) {
        used = length;
        return word;
      }
      const fits = used + 1 + length <= columns;
      used = fits ? used + 1 + length : length;
      return `${fits ? ' ' : '\n'}${word}`;
    })
    .join('');
}

/** In columns of a terminal, of which an emoji or an East Asian character takes two. */
function width(text: string): number {
  let columns = 0;
  // One by one: an emoji of several code points takes no more than one of one.
  for (const grapheme of graphemes(text)) columns += Math.min(2, stringWidth(grapheme));
  return columns;
}
