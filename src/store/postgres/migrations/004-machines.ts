/** The machine whose file an article is from; null for pages, and for what came before. */
export const fileOwners = `
  ALTER TABLE newsdesk.articles ADD machine text COLLATE "C";
`;
