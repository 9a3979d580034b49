import { describe, expect, test } from 'vitest';
import { DISCORD_ERROR_CODES } from '../../src/discord/messages/error-codes.js';
import { en } from '../../src/discord/messages/en.js';
import { messagesFor, TRANSLATIONS } from '../../src/discord/messages/index.js';

const DETAILS = {
  characters: 9,
  limit: 5,
  minutes: 2,
  seconds: 3,
  line: 4,
  min: 3,
  max: 300,
  status: 404,
  title: 'T',
};

/** A slash command that a text names, and the word after it. */
const COMMAND = /(?<![\p{L}\p{N}/:.])\/([\p{L}-]+)(?: ([\p{L}-]+))?/gu;

/** Every text of a table, with the path to it; functions are called with ones for all they take. */
function texts(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}/${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') {
      const say = value as (...args: unknown[]) => string;
      return [[here, path === '/errors' ? say(DETAILS) : say(1, 1)]];
    }
    return texts(value as object, here);
  });
}

describe.each([['en', en] as const, ...Object.entries(TRANSLATIONS)])(
  'messages in %s',
  (_, table) => {
    test('have words for everything that English has words for', () => {
      const paths = (all: object) => texts(all).map(([path]) => path);
      expect(paths(table)).toEqual(paths(en));
      for (const [path, text] of texts(table)) expect(text.trim(), path).not.toBe('');
    });

    test('call commands by the names that they have in this language', () => {
      const { article, articleAdd, articleRemove, articleRefresh, ...others } = table.commands;
      const subcommands = [articleAdd, articleRemove, articleRefresh].map(({ name }) => name);
      const names = Object.values(others).map(({ name }) => name);
      for (const [path, text] of texts(table)) {
        for (const [, command = '', next = ''] of text.matchAll(COMMAND)) {
          if (command === article.name) expect(subcommands, path).toContain(next);
          else expect(names, path).toContain(command);
        }
      }
    });

    test('leave no detail of an error unfilled', () => {
      for (const code of DISCORD_ERROR_CODES) {
        const say = table.errors[code] as (details: object) => string;
        const text = say({ ...DETAILS, article: 'A', host: 'h', type: 't' });
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
    });
  },
);

test.each(Object.entries(TRANSLATIONS))('%s is a translation', (_, table) => {
  const english = new Map(texts(en));
  const same = texts(table).filter(
    ([path, text]) => english.get(path) === text && text.length > 14,
  );
  expect(same).toEqual([]);
});

test('people get their own language, or English', () => {
  expect(messagesFor('de').language).toBe('de');
  expect(messagesFor('es-419').language).toBe('es');
  expect(messagesFor('ja').language).toBe('en');
  expect(messagesFor(undefined).language).toBe('en');
});

test('Russian counts in three forms', () => {
  const { articleCount } = messagesFor('ru');
  expect([1, 2, 5, 11, 21].map(articleCount)).toEqual([
    '1 статья',
    '2 статьи',
    '5 статей',
    '11 статей',
    '21 статья',
  ]);
});
