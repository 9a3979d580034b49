/** The articles: the one file that a backup must hold. */
export const DATABASE_NAME = 'newsdesk.sqlite';
