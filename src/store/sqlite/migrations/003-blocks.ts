/**
 * What an article's text is made of, as JSON; null until it is split by its blocks. A passage has
 * the headings that it stands under, and a sentence has become a unit of some kind, which may be
 * read as more than its words.
 */
export const blocks = `
  ALTER TABLE articles ADD COLUMN blocks TEXT;
  ALTER TABLE passages ADD COLUMN path TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE sentences ADD COLUMN kind TEXT NOT NULL DEFAULT 'sentence';
  ALTER TABLE sentences ADD COLUMN block INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sentences ADD COLUMN reading TEXT;
  UPDATE articles SET model = NULL;
`;
