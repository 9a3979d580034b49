/** Passages alone are found by meaning; sentences are ranked by the vectors that are kept of them. */
export const passagesAlone = `
  DROP TABLE newsdesk.sentence_units;
`;
