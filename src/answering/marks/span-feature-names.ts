/** What speaks for words of a sentence as the ones that answer; all but a few are 0 or 1. */
export const SPAN_FEATURES = [
  // What they are, and whether that is what is asked for.
  'name',
  'person',
  'place',
  'date',
  'number',
  'chunk',
  'fits',
  'personFits',
  'placeFits',
  'placeNameFits',
  'dateFits',
  'numberFits',
  'nameFits',
  'chunkFits',
  'holdsTerm',
  'holdsName',
  // How near they are to the question, in meaning and in place.
  'askedAlignment',
  'headAlignment',
  'nearness',
  'lead',
  'alignedNearness',
  'nearNext',
  'nearLast',
  'beforeHead',
  'afterHead',
  'holdsHead',
  'afterAsked',
  'beforeAsked',
  // What stands beside them.
  'by',
  'where',
  'when',
  'is',
  'article',
  'of',
  'beforeOf',
  'and',
  'beforeVerb',
  // Whether they stand where an answer would, before what is asked about or after it.
  'termsBefore',
  'subjectOrder',
  'endOrder',
  'questionOrder',
  'subjectBefore',
  'subjectAfter',
  'objectBefore',
  'objectAfter',
] as const;

export type SpanFeature = (typeof SPAN_FEATURES)[number];

/** Filled in place: joining a record of each group of features took longer than measuring them. */
export type MutableSpanFeatures = Record<SpanFeature, number>;

const NONE = Object.fromEntries(SPAN_FEATURES.map((name) => [name, 0])) as MutableSpanFeatures;

export function noSpanFeatures(): MutableSpanFeatures {
  return { ...NONE };
}
