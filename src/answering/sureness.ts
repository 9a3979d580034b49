/** How sure an answer is, in the words that people are told. */
export type Sureness = 'high' | 'medium' | 'low';

/** Confidence is calibrated: at 0.9, nine answers in ten are right. Chosen by hand, not fitted. */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.9) return 'high';
  return confidence >= 0.7 ? 'medium' : 'low';
}
