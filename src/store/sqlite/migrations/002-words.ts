/**
 * A sentence's words, beside its vector, each as the signs of its own vector. What was embedded
 * before lacks them, so that no article is known to have all.
 */
export const words = `
  ALTER TABLE vectors ADD COLUMN words BLOB NOT NULL DEFAULT x'';
  UPDATE articles SET model = NULL;
`;
