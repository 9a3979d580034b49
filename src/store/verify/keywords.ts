import { pacer } from '../hnsw/pace.js';
import type { SqliteFile } from '../sqlite/database.js';
import { contextOf } from '../../passages/embedded-text.js';
import { passageReading } from '../../passages/reading.js';
import { keywordText } from '../sqlite/keywords.js';
import { storedPassages } from '../rows/stored-passages.js';
import { countTerms } from '../rows/terms.js';
import { addTerms } from '../sqlite/terms.js';
import { articlesWithParts } from './articles.js';
import { finding, type Finding } from './finding.js';

/**
 * Compares words and keyword index with what the texts give. The index keeps no text, so that its
 * own check is of no use; a second one, as migrations/001-articles.ts defines it, is made in memory
 * and the two are compared word by word.
 * @param sqlite a connection of its own, in which temporary tables may be made
 */
export async function checkKeywords(sqlite: SqliteFile): Promise<Finding[]> {
  sqlite.db.exec(`
    CREATE VIRTUAL TABLE temp.wanted USING fts5 (
      title, text, content = '', contentless_delete = 1,
      tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TABLE temp.wantedTerms (
      collection TEXT NOT NULL, term TEXT NOT NULL, passages INTEGER NOT NULL,
      PRIMARY KEY (collection, term)
    ) WITHOUT ROWID;
  `);
  const insert = sqlite.prepare<[number, string, string]>(
    'INSERT INTO temp.wanted (rowid, title, text) VALUES (?, ?, ?)',
  );
  const count = sqlite.prepare<[string, string, number]>(
    `INSERT INTO temp.wantedTerms VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET passages = passages + excluded.passages`,
  );
  const pace = pacer();
  for (const { article, passages, sentences } of articlesWithParts(sqlite)) {
    const stored = storedPassages(passages, sentences);
    for (const passage of stored) {
      const context = keywordText(contextOf(article.title, passage.path));
      const text = keywordText(passageReading(article.text, passage));
      insert.run(passage.row.id, context, text);
    }
    for (const [term, occurrences] of countTerms(article, stored)) {
      count.run(article.collection, term, occurrences);
    }
    await pace();
  }
  sqlite.db.exec(`
    CREATE VIRTUAL TABLE temp.wantedWords USING fts5vocab(temp, wanted, col);
    CREATE VIRTUAL TABLE temp.foundWords USING fts5vocab(main, keywords, col);
  `);
  const findings: Finding[] = [];
  if (
    differ(sqlite, 'SELECT * FROM temp.wantedWords', 'SELECT * FROM temp.foundWords') ||
    differ(sqlite, 'SELECT id, sz FROM temp.wanted_docsize', 'SELECT id, sz FROM keywords_docsize')
  ) {
    findings.push(
      finding('keywords-wrong', 'The keyword index does not fit the texts.', 'reindex-keywords'),
    );
  }
  if (differ(sqlite, 'SELECT * FROM temp.wantedTerms', 'SELECT * FROM main.terms')) {
    findings.push(
      finding('terms-wrong', 'The list of words does not fit the texts.', 'reindex-keywords'),
    );
  }
  return findings;
}

/** Makes words and keyword index again, inside the caller's transaction. */
export function reindexKeywords(sqlite: SqliteFile): void {
  sqlite.db.exec(`DELETE FROM terms; INSERT INTO keywords (keywords) VALUES ('delete-all');`);
  const insert = sqlite.prepare<[number, string, string]>(
    'INSERT INTO keywords (rowid, title, text) VALUES (?, ?, ?)',
  );
  for (const { article, passages, sentences } of articlesWithParts(sqlite)) {
    const stored = storedPassages(passages, sentences);
    for (const passage of stored) {
      const context = keywordText(contextOf(article.title, passage.path));
      const text = keywordText(passageReading(article.text, passage));
      insert.run(passage.row.id, context, text);
    }
    addTerms(sqlite, article.collection, countTerms(article, stored));
  }
}

function differ(sqlite: SqliteFile, left: string, right: string): boolean {
  const one = (sql: string): unknown => sqlite.db.prepare(`${sql} LIMIT 1`).get();
  return (
    one(`SELECT * FROM (${left} EXCEPT ${right})`) !== undefined ||
    one(`SELECT * FROM (${right} EXCEPT ${left})`) !== undefined
  );
}
