import type { TextIndex } from '../../retrieval/text-index.js';
import { isNumber, type Word } from '../../text/words.js';
import { IS, nounFrom } from '../asked/noun.js';
import { candidatesOf } from './evidence.js';

/** Whoever has one is a person with a name, while an owner or a winner may be a town or a team. */
const ROLES = new Set(
  `secretary treasurer lead chair chairman chairwoman chairperson president director manager mayor coach captain
  author editor architect engineer headteacher headmaster headmistress principal teacher instructor tutor
  assistant deputy minister governor conductor curator librarian caretaker warden vicar priest pastor
  doctor nurse vet dentist lawyer solicitor spokesman spokeswoman spokesperson referee umpire judge
  presenter host speaker chef cook baker driver pilot skipper boatman boatwoman keeper gardener farmer
  neighbour neighbor husband wife son daughter brother sister mother father uncle aunt cousin
  grandmother grandfather friend widow successor predecessor composer organist pianist singer
  drummer guitarist actor actress photographer journalist reporter biographer translator`.split(
    /\s+/u,
  ),
);
/** Names that end so are of places. */
const PLACES = new Set(
  `street road lane avenue square hill mountain mount plateau valley river lake sea bay island islands isle
  beach forest park bridge harbour harbor quay port station hall house castle church school college
  university hospital hotel museum theatre theater county district region north south east west`.split(
    /\s+/u,
  ),
);
/** They tell who it is without a name. */
const WITHOUT_NAME = new Set(
  'i we you none nobody vacant anyone everyone someone whoever elected appointed chosen rota turns'.split(
    ' ',
  ),
);

/**
 * Whether it is asked who has a role, or for that one's name, and what is shown has the role and no
 * name: "Who is the secretary?" of "Complaints go to the secretary".
 */
export function lacksHolder(asked: readonly Word[], shown: readonly TextIndex[]): boolean {
  const role = holderAsked(asked);
  if (role === undefined || !shown.some(({ positions }) => positions.has(role.stem))) return false;
  const own = new Set(asked.map(({ stem }) => stem));
  return !shown.some(
    (index) =>
      (role.who && index.words.some(({ text }) => WITHOUT_NAME.has(text))) || hasName(index, own),
  );
}

function hasName(index: TextIndex, own: ReadonlySet<string>): boolean {
  const { words } = index;
  return candidatesOf(index).some(({ kind, first, last }) => {
    if (kind === 'date' || kind === 'number' || PLACES.has(words[last]?.text ?? '')) return false;
    // Behind the number of a rule a capital says no more than at the beginning.
    const isOpening = first === last && words.slice(0, first).every(({ text }) => isNumber(text));
    const isNew = words
      .slice(first, last + 1)
      .some(({ stem, text }) => text !== 'i' && !own.has(stem));
    return isNew && !(isOpening && first > 0);
  });
}

/** The role of "who is the secretary of the club", "who were his two assistants", "what was the vicar's name". */
function holderAsked(
  asked: readonly Word[],
): { readonly stem: string; readonly who: boolean } | undefined {
  const texts = asked.map(({ text }) => text);
  const at = texts.findIndex((text) => /^(?:whos?|whats?)$/u.test(text));
  const word = texts[at] ?? '';
  const who = word === 'whos' || (word === 'who' && IS.has(texts[at + 1] ?? ''));
  const name = word.startsWith('what') && texts.some((text) => /^names?$/u.test(text));
  if (!who && !name) return undefined;
  // "Who was to blame for the keepers" asks for nobody's role.
  const noun = who ? nounFrom(asked, word === 'whos' ? at + 1 : at + 2) : undefined;
  const among = who ? asked.slice(noun?.first ?? at, (noun?.last ?? at) + 1) : asked.slice(at + 1);
  const role = among.find(({ text }) => ROLES.has(text) || ROLES.has(text.replace(/s$/u, '')));
  return role && { stem: role.stem, who };
}
