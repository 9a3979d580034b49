import { describe, expect, it } from 'vitest';
import { measurePage } from '../../../src/evaluation/web/measure-page.js';

const LEAD = 'The ferry to the outer islands stops on the last day of May.';
const page = {
  url: 'https://post.example/ferry',
  html: `<meta name="description" content="${LEAD} More inside."><main><p>${LEAD}</p><p>Crews were told.</p></main>`,
  with: ['Crews were\n told.'],
  without: ['Subscribe now'],
  author: 'Ada Brisk; Ivo Fenn',
  date: '2026-05-02',
};

describe('what is measured of a page', () => {
  it('is nothing wrong if all that is labelled was read', () => {
    const read = {
      text: `${LEAD}\n\nCrews were told.`,
      author: 'Ivo Fenn and Ada Brisk',
      publishedAt: '2026-05-02T10:00:00Z',
    };
    expect(measurePage(page, read)).toEqual({
      missing: [],
      present: [],
      hasDescription: true,
      lostDescription: undefined,
      date: 'right',
      author: 'right',
    });
  });

  it('is each snippet that is missing or too much, and the description that was lost', () => {
    expect(measurePage(page, { text: 'Subscribe now', author: 'Admin' })).toEqual({
      missing: page.with,
      present: page.without,
      hasDescription: true,
      lostDescription: LEAD,
      date: 'none',
      author: 'wrong',
    });
  });

  it('asks for no description that a person does not see in the page', () => {
    const html = `<meta name="description" content="${LEAD}"><script>"${LEAD}"</script><p>Else.</p>`;
    expect(measurePage({ ...page, html }, {}).hasDescription).toBe(false);
  });
});
