import type { DeskAsk } from '../../answering/answer.js';
import type { Sureness } from '../../answering/sureness.js';
import type { DetailsOf } from '../../errors.js';
import type { DiscordErrorCode } from './error-codes.js';

/** A command's or an option's name and description, as Discord shows them while people type. */
export interface Label {
  readonly name: string;
  readonly description: string;
}

/** Where in an article a passage stands. */
export type Place = 'beginning' | 'early' | 'middle' | 'late' | 'end';

/** Every word that Newsdesk says in Discord, in one language. A missing one is a type error. */
export interface Messages {
  /** BCP 47, for dates, numbers and lists. */
  readonly language: string;

  readonly commands: {
    readonly ask: Label;
    readonly search: Label;
    readonly articles: Label;
    readonly article: Label;
    readonly articleAdd: Label;
    readonly articleRemove: Label;
    readonly articleRefresh: Label;
    readonly unanswered: Label;
    readonly help: Label;
    readonly addMessage: Pick<Label, 'name'>;
  };
  readonly options: {
    readonly question: Label;
    readonly query: Label;
    readonly articleToAsk: Label;
    readonly articleToChange: Label;
    readonly private: Label;
    /** Where the reply is private if nothing is said. */
    readonly privateByDefault: Label;
    readonly url: Label;
    readonly file: Label;
    readonly title: Label;
  };

  readonly buttons: {
    readonly context: string;
    readonly others: string;
    readonly nearest: string;
    /** Under what one article does not say. */
    readonly askAll: string;
    readonly previous: string;
    readonly next: string;
  };

  readonly sureness: Readonly<Record<Sureness, string>>;
  readonly place: Readonly<Record<Place, string>>;
  readonly page: (page: number, pages: number) => string;
  readonly articleCount: (count: number) => string;
  readonly passageCount: (count: number) => string;

  readonly answer: {
    /** Above the answers of two articles to one question. */
    readonly alike: string;
    readonly gist: string;
    /** What a follow-up was understood to be about; `subject` is markdown already. */
    readonly about: (subject: string) => string;
  };
  readonly unanswered: {
    readonly title: string;
    /** To a follow-up, which is asked of one article. */
    readonly articleTitle: string;
    /** `words` is markdown already. */
    readonly lookedFor: (words: string) => string;
    /** What the articles mention, and what they do not say of it; both are markdown already. */
    readonly gap: (mentioned: string, missing: string) => string;
    readonly nearest: string;
  };
  /** What the desk says of its articles. */
  readonly desk: {
    readonly which: string;
    readonly newest: string;
    readonly found: string;
    readonly notKnown: string;
    readonly noneNamed: string;
    readonly kinds: Readonly<Record<DeskAsk, string>>;
  };
  readonly passages: {
    readonly search: string;
    readonly others: string;
    readonly none: string;
    readonly noMore: string;
  };
  readonly notes: {
    readonly greeting: string;
    readonly thanks: string;
    readonly goodbye: string;
    readonly ok: string;
    readonly abilities: string;
    readonly self: string;
    readonly bot: string;
    readonly privacy: string;
    readonly adding: string;
    readonly foreign: string;
    readonly unclear: string;
    readonly empty: string;
    /** To people who may add articles. */
    readonly emptyManager: string;
  };
  readonly articles: {
    readonly title: string;
    readonly none: string;
    readonly own: string;
    readonly shared: string;
  };
  readonly changes: {
    readonly added: string;
    readonly updated: string;
    readonly unchanged: string;
    readonly removed: string;
    readonly failed: string;
    /** A file has no address to fetch it from again. */
    readonly reread: string;
    readonly more: (count: number) => string;
  };
  readonly progress: {
    readonly fetching: string;
    readonly waiting: string;
    readonly embedding: (done: number, total: number) => string;
    readonly saving: string;
  };
  readonly open: {
    readonly title: string;
    readonly none: string;
    readonly asked: (times: number, lastAsked: string) => string;
  };
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly ask: string;
    readonly search: string;
    readonly articles: string;
    readonly mention: string;
    readonly buttons: string;
    readonly manager: string;
    /** `counted` is an article count. */
    readonly footer: (version: string, counted: string) => string;
  };

  /** Each of them knows of an error what its own message knows. */
  readonly errors: { readonly [Code in DiscordErrorCode]: (details: DetailsOf<Code>) => string };
  /** For what has no words of its own, and for faults. */
  readonly fault: string;
  /** Stands below each error, so that its owner finds it in the log. */
  readonly errorCode: (code: string, requestId: string) => string;
}
