import type { Migration } from '../sqlite/migrate.js';

const questions = `
  CREATE TABLE secret (
    value BLOB NOT NULL
  ) STRICT;
  INSERT INTO secret VALUES (randomblob(32));

  CREATE TABLE asked (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    topic TEXT NOT NULL,
    collection TEXT NOT NULL,
    articleId TEXT,
    answered INTEGER NOT NULL,
    confidence REAL NOT NULL,
    answerArticle TEXT,
    answerStart INTEGER,
    answerEnd INTEGER,
    askedAt TEXT NOT NULL
  ) STRICT;
  CREATE INDEX askedByTopic ON asked (collection, topic, answered);
  CREATE INDEX askedByTime ON asked (askedAt);

  CREATE TABLE votes (
    asked TEXT NOT NULL REFERENCES asked (id) ON DELETE CASCADE,
    voter BLOB NOT NULL,
    vote TEXT NOT NULL CHECK (vote IN ('up', 'down')),
    PRIMARY KEY (asked, voter)
  ) STRICT, WITHOUT ROWID;
`;

const understood = 'ALTER TABLE asked ADD COLUMN understood TEXT;';

/** In order; what has been released is never changed, only followed by another. */
export const JOURNAL_MIGRATIONS: readonly Migration[] = [questions, understood];
