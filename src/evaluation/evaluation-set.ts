/** What is measured on, whatever the shape of the file that it comes from. */
export interface EvaluationSet {
  readonly shape: 'squad' | 'documents' | 'faq' | 'news';
  /** Each is indexed and asked apart from the others. */
  readonly rooms: readonly Room[];
  /** Questions that follow one another, asked where all articles of the first room are. */
  readonly conversations: readonly Conversation[];
}

export interface Room {
  readonly name: string;
  readonly articles: readonly SetArticle[];
  readonly questions: readonly SetQuestion[];
}

export interface SetArticle {
  /** A file name, whose ending tells the kind; unlike every other of the room. */
  readonly name: string;
  readonly text: string;
  /** Given by the set; else it is what the reader finds. */
  readonly title?: string | undefined;
  /** `file`: read as a file of this name is; `plain`: the text stays as it is, to the letter. */
  readonly read: 'file' | 'plain';
}

export interface SetQuestion {
  readonly id: string;
  readonly question: string;
  /** What belongs together: a title, a document, a week. Never on both sides of a cross-validation. */
  readonly group: string;
  /** As the file labels it; undefined if it does not. */
  readonly kind?: string | undefined;
  /** Undefined if the articles do not answer it. */
  readonly gold?: Gold | undefined;
  /** Of a question that they do not answer: whether it is about what they are about. */
  readonly strange?: 'near-miss' | 'off-topic' | undefined;
}

export interface Gold {
  /** Names of the articles that hold an answer. */
  readonly articles: readonly string[];
  readonly answers: readonly GoldAnswer[];
  /**
   * `any`: one of the answers must be shown; `all`: each; `part`: what is shown must be a part of
   * one, for answers that are longer than what is shown at once.
   */
  readonly shown: 'any' | 'all' | 'part';
}

export interface GoldAnswer {
  readonly text: string;
  /** Its place in the article's text, if it is known. */
  readonly start?: number | undefined;
}

export interface Conversation {
  readonly turns: readonly {
    readonly question: string;
    /** The article that answers, and all that must be shown of it; nothing if none answers. */
    readonly article?: string | undefined;
    readonly gold: readonly string[] | null;
  }[];
}
