import { chooseBold, type Bold, type WeighedSentence } from '../answering/bold.js';
import type { Models } from '../answering/coefficients.js';
import { confidenceEvidence, type ConfidenceEvidence } from '../answering/confidence.js';
import type { RankedPassage, RankingModels } from '../retrieval/rank.js';
import { rankedPassages, weighedSentences } from './measured.js';
import type { Observation } from './observe.js';

export type AnsweringModels = RankingModels & Pick<Models, 'sentence' | 'second' | 'reread'>;

export interface Answered {
  readonly ranked: readonly RankedPassage[];
  readonly weighed: readonly WeighedSentence[];
  readonly bold: Bold;
  readonly evidence: ConfidenceEvidence;
}

export function answerTo(observation: Observation, models: AnsweringModels): Answered | undefined {
  const ranked = rankedPassages(observation, models);
  const weighed = weighedSentences(observation, models);
  const bold = chooseBold(weighed, models.second);
  const top = ranked[0];
  if (bold === undefined || top === undefined) return undefined;
  return {
    ranked,
    weighed,
    bold,
    evidence: confidenceEvidence(
      observation.query,
      observation.asked,
      top,
      bold,
      observation.readings,
    ),
  };
}
