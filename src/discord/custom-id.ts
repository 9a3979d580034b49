import type { DeskAsk } from '../answering/answer.js';
import { BUTTON } from './limits.js';

/**
 * What a button does and all that it needs for it, so that buttons outlive the process. People see
 * through it nothing that a command would not show them: whoever handles it checks the scope again.
 */
export type ButtonAction =
  /** Passages around an answer; `version` is the beginning of the article's content hash. */
  | {
      readonly action: 'context';
      readonly articleId: string;
      readonly start: number;
      readonly end: number;
      readonly version: string;
    }
  /** Other passages for a recorded question, as a new private message. */
  | { readonly action: 'others'; readonly recordId: string }
  /** A follow-up that its article does not answer, asked of all of them. */
  | { readonly action: 'askAll'; readonly recordId: string }
  | { readonly action: 'up' | 'down'; readonly recordId: string }
  /** Turns the page of the message that it is on. */
  | { readonly action: 'othersPage'; readonly page: number; readonly recordId: string }
  | {
      readonly action: 'searchPage';
      readonly page: number;
      /** Set if the search is restricted to one article. */
      readonly articleId?: string | undefined;
    }
  | { readonly action: 'articlesPage' | 'unansweredPage'; readonly page: number }
  /** A menu's: the article that is chosen there is asked for this. */
  | { readonly action: 'choose'; readonly asks: DeskAsk };

/** Changes whenever the meaning of an id does; ids of other versions are not understood. */
const VERSION = 'n1';
const SEPARATOR = ':';

const LETTERS = {
  context: 'c',
  others: 'o',
  askAll: 'w',
  up: 'u',
  down: 'd',
  othersPage: 'p',
  searchPage: 's',
  articlesPage: 'a',
  unansweredPage: 'q',
  choose: 'm',
} as const satisfies Record<ButtonAction['action'], string>;

const ACTIONS = new Map<string, ButtonAction['action']>(
  Object.entries(LETTERS).map(([action, letter]) => [letter, action as ButtonAction['action']]),
);

const ASKS: readonly DeskAsk[] = [
  'summary',
  'people',
  'places',
  'dates',
  'numbers',
  'published',
  'author',
  'source',
];

const MAX_PAGE = 9999;
const ID = /^[\w-]{1,40}$/;
const NUMBER = /^(?:0|[1-9a-z][0-9a-z]{0,6})$/;
const HASH = /^[0-9a-f]{8}$/;

/** How much of a content hash tells an article's versions apart. */
export const VERSION_LENGTH = 8;

/** The custom id, or undefined if it would not fit or could not be read back. */
export function encodeButton(button: ButtonAction): string | undefined {
  const id = [VERSION, LETTERS[button.action], ...fieldsOf(button)].join(SEPARATOR);
  return id.length <= BUTTON.customId && decodeButton(id) !== undefined ? id : undefined;
}

/** Undefined for what this version never wrote. */
export function decodeButton(customId: string): ButtonAction | undefined {
  const [version, letter = '', ...fields] = customId.split(SEPARATOR);
  const action = ACTIONS.get(letter);
  if (version !== VERSION || action === undefined) return undefined;
  return read(action, fields);
}

function fieldsOf(button: ButtonAction): string[] {
  switch (button.action) {
    case 'context':
      return [button.articleId, write(button.start), write(button.end), button.version];
    case 'others':
    case 'askAll':
    case 'up':
    case 'down':
      return [button.recordId];
    case 'othersPage':
      return [write(button.page), button.recordId];
    case 'searchPage':
      return button.articleId === undefined
        ? [write(button.page)]
        : [write(button.page), button.articleId];
    case 'articlesPage':
    case 'unansweredPage':
      return [write(button.page)];
    case 'choose':
      return [button.asks];
  }
}

function read(action: ButtonAction['action'], fields: readonly string[]): ButtonAction | undefined {
  const [first = '', second = '', third = '', version = ''] = fields;
  const page = readNumber(first, MAX_PAGE);
  switch (action) {
    case 'context': {
      const start = readNumber(second);
      const end = readNumber(third);
      if (fields.length !== 4 || !ID.test(first) || !HASH.test(version)) return undefined;
      if (start === undefined || end === undefined || start >= end) return undefined;
      return { action, articleId: first, start, end, version };
    }
    case 'others':
    case 'askAll':
    case 'up':
    case 'down':
      return fields.length === 1 && ID.test(first) ? { action, recordId: first } : undefined;
    case 'othersPage':
      if (fields.length !== 2 || page === undefined || !ID.test(second)) return undefined;
      return { action, page, recordId: second };
    case 'searchPage':
      if (page === undefined || fields.length > 2) return undefined;
      if (fields.length === 1) return { action, page };
      return ID.test(second) ? { action, page, articleId: second } : undefined;
    case 'articlesPage':
    case 'unansweredPage':
      return fields.length === 1 && page !== undefined ? { action, page } : undefined;
    case 'choose': {
      const asks = ASKS.find((each) => each === first);
      return fields.length === 1 && asks !== undefined ? { action, asks } : undefined;
    }
  }
}

function write(value: number): string {
  return value.toString(36);
}

function readNumber(text: string, max = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = NUMBER.test(text) ? parseInt(text, 36) : Infinity;
  return value <= max ? value : undefined;
}
