import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ARTICLE_FILE = fileURLToPath(
  new URL('../../data/articles/putin-north-korea.txt', import.meta.url),
);

const STRAY_LINES = [
  'Trump and Putin agree to target terrorism and extremism',
  '0 Comments:',
  'Post a Comment',
];

/** The article's paragraphs without another article's headline and the comment box. */
export const ARTICLE_PARAGRAPHS: readonly string[] = readFileSync(ARTICLE_FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !STRAY_LINES.includes(line));

export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}
