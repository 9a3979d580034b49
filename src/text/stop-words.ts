/** Words that say how a question or sentence is built, not what it is about. */
const STOP_WORDS = new Set(
  `a about above after again against all also am an and any are aren as at be because been before
  being below between both but by can cannot could couldn d did didn do does doesn doing don down
  during each either else ever few for from further had hadn has hasn have haven having he her here
  hers herself him himself his how i if in into is isn it its itself just ll may me might more most
  much must my myself no nor not now of off on once only or other ought our ours ourselves out over
  own re s same shall she should shouldn so some such t than that the their theirs them themselves
  then there these they this those through to too under until up upon us ve very was wasn we were
  weren what when where whether which while who whom whose why will with within without won would
  wouldn you your yours yourself yourselves please tell know`.split(/\s+/u),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
