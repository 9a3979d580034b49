const SUBJECTS = [
  'council',
  'company',
  'museum',
  'harbour',
  'school',
  'railway',
  'hospital',
  'farm',
];
const PEOPLE = ['Ada Moreau', 'Jonas Lind', 'Priya Nair', 'Tom Becker', 'Rosa Vidal', 'Ken Ito'];
const PLACES = ['Aldermoor', 'Bergen', 'Calder', 'Dunmore', 'Elmstead', 'Farleigh', 'Glenbrook'];
const ACTS = ['opened', 'closed', 'bought', 'sold', 'repaired', 'praised', 'refused', 'inspected'];
const THINGS = ['a bridge', 'a library', 'two ships', 'an old mill', 'the archive', 'a wind farm'];

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface BenchArticle {
  readonly name: string;
  readonly text: string;
  /** Questions that the article answers. */
  readonly questions: readonly string[];
}

/** Made-up local news: about 300 words in six paragraphs, no two alike. */
export function makeArticles(count: number): BenchArticle[] {
  return Array.from({ length: count }, (_, index) => makeArticle(index));
}

function makeArticle(index: number): BenchArticle {
  const next = numbers(index + 1);
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const place = `${pick(PLACES)} ${index}`;
  const questions: string[] = [];
  const sentence = (): string => {
    const [who, subject, act, thing] = [pick(PEOPLE), pick(SUBJECTS), pick(ACTS), pick(THINGS)];
    const year = 1950 + next(75);
    if (next(8) === 0) questions.push(`When was ${thing} ${act} by the ${subject} of ${place}?`);
    return `In ${year} the ${subject} of ${place} ${act} ${thing}, which ${who} called the best news in ${2 + next(40)} years for the ${1 + next(90)} thousand people there.`;
  };
  const paragraphs = Array.from({ length: 6 }, () =>
    Array.from({ length: 2 + next(2) }, sentence).join(' '),
  );
  return { name: `article-${index}.txt`, text: paragraphs.join('\n\n'), questions };
}
