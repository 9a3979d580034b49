/**
 * As in SQLite: numbers of articles, passages and sentences are never used again, an article that
 * is replaced gets new ones. `vectors` is the truth and what is embedded already; units, postings,
 * stems and terms are derived. `text` comparisons are by bytes.
 *
 * Vectors are kept as little-endian floats, which an answer is ranked by, and as half precision
 * beside their collection, which they are found by.
 */
export const articles = `
  CREATE TABLE newsdesk.models (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text COLLATE "C" NOT NULL UNIQUE,
    dims integer NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE newsdesk.collections (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE
  );
  CREATE TABLE newsdesk.articles (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    collection integer NOT NULL REFERENCES newsdesk.collections,
    source text COLLATE "C" NOT NULL,
    title text NOT NULL,
    title_given boolean NOT NULL,
    feed text, url text, author text, published_at text, site text, language text,
    etag text, last_modified text,
    content_hash text COLLATE "C" NOT NULL,
    indexed_at timestamptz NOT NULL DEFAULT now(),
    generation bigint NOT NULL,
    model integer REFERENCES newsdesk.models,
    passages integer NOT NULL,
    sentences integer NOT NULL,
    characters integer NOT NULL,
    text text NOT NULL,
    blocks text NOT NULL
  );
  -- An entry of a btree ends at 2,704 bytes, and an address may be longer.
  CREATE INDEX articles_by_source ON newsdesk.articles (collection, md5(source));
  CREATE INDEX articles_by_content ON newsdesk.articles (collection, content_hash);
  CREATE TABLE newsdesk.originals (
    article bigint PRIMARY KEY REFERENCES newsdesk.articles ON DELETE CASCADE,
    name text NOT NULL,
    bytes bytea NOT NULL
  );
  ALTER TABLE newsdesk.originals ALTER bytes SET STORAGE EXTERNAL;
  CREATE TABLE newsdesk.passages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article bigint NOT NULL REFERENCES newsdesk.articles ON DELETE CASCADE,
    ordinal integer NOT NULL,
    start integer NOT NULL,
    stop integer NOT NULL,
    hash bytea NOT NULL,
    path text NOT NULL,
    text text NOT NULL,
    UNIQUE (article, ordinal)
  );
  CREATE INDEX passages_by_hash ON newsdesk.passages (hash);
  CREATE TABLE newsdesk.sentences (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    passage bigint NOT NULL REFERENCES newsdesk.passages ON DELETE CASCADE,
    start integer NOT NULL,
    stop integer NOT NULL,
    hash bytea NOT NULL,
    kind text NOT NULL,
    block integer NOT NULL,
    reading text
  );
  CREATE INDEX sentences_by_passage ON newsdesk.sentences (passage);
  CREATE INDEX sentences_by_hash ON newsdesk.sentences (hash);
  CREATE TABLE newsdesk.vectors (
    hash bytea NOT NULL,
    model integer NOT NULL REFERENCES newsdesk.models,
    vector bytea NOT NULL,
    words bytea NOT NULL DEFAULT '',
    added_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (hash, model)
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE newsdesk.vectors
    ALTER vector SET STORAGE EXTERNAL, ALTER words SET STORAGE EXTERNAL;
  CREATE TABLE newsdesk.passage_units (
    id bigint NOT NULL REFERENCES newsdesk.passages ON DELETE CASCADE,
    model integer NOT NULL REFERENCES newsdesk.models,
    passage bigint NOT NULL,
    collection integer NOT NULL,
    v halfvec NOT NULL,
    PRIMARY KEY (id, model)
  );
  ALTER TABLE newsdesk.passage_units ALTER v SET STORAGE PLAIN;
  CREATE INDEX passage_units_by_collection ON newsdesk.passage_units (collection, model);
  CREATE TABLE newsdesk.sentence_units (
    id bigint NOT NULL REFERENCES newsdesk.sentences ON DELETE CASCADE,
    model integer NOT NULL REFERENCES newsdesk.models,
    passage bigint NOT NULL,
    collection integer NOT NULL,
    v halfvec NOT NULL,
    PRIMARY KEY (id, model)
  );
  ALTER TABLE newsdesk.sentence_units ALTER v SET STORAGE PLAIN;
  CREATE INDEX sentence_units_by_collection ON newsdesk.sentence_units (collection, model);
  CREATE TABLE newsdesk.stems (
    number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    stem text COLLATE "C" PRIMARY KEY,
    passages integer NOT NULL
  );
  CREATE TABLE newsdesk.postings (
    stem integer NOT NULL,
    collection integer NOT NULL,
    passage bigint NOT NULL,
    said real NOT NULL,
    length integer NOT NULL,
    PRIMARY KEY (stem, collection, passage) INCLUDE (said, length)
  );
  CREATE TABLE newsdesk.terms (
    collection integer NOT NULL REFERENCES newsdesk.collections,
    term text COLLATE "C" NOT NULL,
    passages integer NOT NULL,
    PRIMARY KEY (collection, term) INCLUDE (passages)
  );
`;
