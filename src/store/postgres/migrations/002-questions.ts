/** The record of questions and votes, apart from the articles. */
export const questions = `
  CREATE TABLE newsdesk.secret (value bytea NOT NULL);
  INSERT INTO newsdesk.secret VALUES
    (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
  CREATE TABLE newsdesk.asked (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    question text NOT NULL,
    understood text,
    topic text NOT NULL,
    collection text COLLATE "C" NOT NULL,
    article_id text,
    answered boolean NOT NULL,
    confidence double precision NOT NULL,
    answer_article text,
    answer_start integer,
    answer_end integer,
    asked_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX asked_by_topic ON newsdesk.asked (collection, md5(topic), answered);
  CREATE INDEX asked_by_time ON newsdesk.asked (asked_at);
  CREATE TABLE newsdesk.votes (
    asked text COLLATE "C" NOT NULL REFERENCES newsdesk.asked (id) ON DELETE CASCADE,
    voter bytea NOT NULL,
    vote text NOT NULL CHECK (vote IN ('up', 'down')),
    PRIMARY KEY (asked, voter)
  );
`;
