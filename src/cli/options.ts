import { InvalidArgumentError, Option } from 'commander';
import { SHARED, scopeOf, type Scope } from '../store/store.js';
import { isSnowflake } from '../text/snowflake.js';

const LONGEST_TITLE = 300;

/** An option's value as a whole number in a range. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

export function notEmpty(what: string): (value: string) => string {
  return (value) => {
    if (value.trim() !== '' && !value.includes('\0')) return value;
    throw new InvalidArgumentError(`Give ${what}, not an empty value.`);
  };
}

/** Gathers the values of an option that is given several times. */
export function collect(what: string): (value: string, before?: string[]) => string[] {
  const checked = notEmpty(what);
  return (value, before = []) => [...before, checked(value)];
}

export function title(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  if (line !== '' && line.length <= LONGEST_TITLE) return line;
  throw new InvalidArgumentError(`Give a title of 1 to ${LONGEST_TITLE} characters.`);
}

export function guildOption(description: string): Option {
  return new Option('--guild <id>', description).argParser((value) => {
    if (value === SHARED || isSnowflake(value)) return value;
    throw new InvalidArgumentError(
      'Give the digits that Discord shows with "Copy Server ID", or "shared".',
    );
  });
}

export function articleOption(): Option {
  return new Option('--article <id>', 'look in this article only').argParser(
    notEmpty('an id that "newsdesk list" shows'),
  );
}

/** What a server sees; every collection if none is named. */
export function scopeOrAll(guild: string | undefined): Scope | undefined {
  return guild === undefined ? undefined : scopeOf(guild);
}
