/**
 * Passages and sentences have ids that are never used again, so that an index that lags behind can
 * name one that is gone but never the wrong one. An article that is replaced gets a new number, and
 * so do all its passages. `model` is the one whose vectors it is known to have all. `text` comes last in its row: what precedes it is read without it.
 */
export const articles = `
  CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value
  ) WITHOUT ROWID;
  INSERT INTO meta VALUES ('generation', 0), ('lineage', lower(hex(randomblob(16))));

  CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    dims INTEGER NOT NULL,
    openedAt TEXT NOT NULL
  ) STRICT;

  CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    collection TEXT NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    titleGiven INTEGER NOT NULL,
    feed TEXT,
    url TEXT,
    author TEXT,
    publishedAt TEXT,
    site TEXT,
    language TEXT,
    etag TEXT,
    lastModified TEXT,
    contentHash TEXT NOT NULL,
    indexedAt TEXT NOT NULL,
    generation INTEGER NOT NULL,
    model INTEGER REFERENCES models (id),
    passages INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX articlesBySource ON articles (collection, source);
  CREATE INDEX articlesByContent ON articles (collection, contentHash);

  CREATE TABLE originals (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (article, ordinal)
  ) STRICT;
  CREATE INDEX passagesByHash ON passages (hash);

  CREATE TABLE sentences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  CREATE INDEX sentencesByPassage ON sentences (passage);
  CREATE INDEX sentencesByHash ON sentences (hash);

  CREATE TABLE vectors (
    id INTEGER PRIMARY KEY,
    model INTEGER NOT NULL REFERENCES models (id),
    hash BLOB NOT NULL,
    vector BLOB NOT NULL,
    addedAt INTEGER NOT NULL DEFAULT (unixepoch()),
    UNIQUE (hash, model)
  ) STRICT;

  CREATE TABLE terms (
    collection TEXT NOT NULL,
    term TEXT NOT NULL,
    passages INTEGER NOT NULL,
    PRIMARY KEY (collection, term)
  ) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE keywords USING fts5 (
    title,
    text,
    content = '',
    contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2'
  );
`;
