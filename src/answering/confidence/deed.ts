import type { TextIndex } from '../../retrieval/text-index.js';
import type { Word } from '../../text/words.js';

/** What somebody did, asked for with the first words, and all the words that tell of it. */
const DEEDS = [
  {
    asks: 'designed designs',
    tells: `design designs designed designer designers architect architects planned plans drew drawn
      drawings conceived created creator sketched devised`,
  },
  {
    asks: 'built builds constructed',
    tells: `build builds built builder builders building constructed construction erected made put raised
      contractor contractors rebuilt`,
  },
  {
    asks: 'wrote writes authored',
    tells: `write writes wrote written writing writer writers author authors authored penned composed composer
      lyrics lyricist poet novelist signed words`,
  },
  {
    asks: 'composed composes',
    tells: `compose composes composed composer composers wrote written writes music scored score songwriter`,
  },
  {
    asks: 'painted paints',
    tells: `paint paints painted painter painters painting paintings artist artists drew drawn mural murals
      portrait portraits brush`,
  },
  {
    asks: 'founded founds established',
    tells: `found founded founder founders founding cofounded establish established started set
      created formed began launched opened organised organized built settled brought`,
  },
  {
    asks: 'owns owned',
    tells: `own owns owned owner owners ownership belong belongs belonged property bought acquired purchased
      proprietor landlord landlady possession held holds hold has had stake shares`,
  },
  {
    asks: 'invented invents',
    tells: `invent invents invented inventor inventors invention developed created devised discovered designed
      patented patent made`,
  },
  {
    asks: 'discovered discovers',
    tells: `discover discovers discovered discoverer discovery found finder detected identified noticed
      spotted unearthed dug came`,
  },
  {
    asks: 'published publishes',
    tells: `publish publishes published publisher publishers publication issued released printed press`,
  },
  {
    asks: 'translated translates',
    tells: 'translate translates translated translator translators translation rendered',
  },
  {
    asks: 'repaired repairs restored restores renovated',
    tells: `repair repairs repaired repairing restore restores restored restorer restorers restoration restoring
      renovated renovation refurbished rebuilt fixed fix mended cleaned overhauled`,
  },
].map(({ asks, tells }) => ({
  asks: new Set(asks.split(/\s+/u)),
  tells: new Set([asks, tells].join(' ').split(/\s+/u)),
}));

/**
 * Whether a question asks who did one of these, and what is bold tells of another: "Who designed the
 * bridge?" of "The bridge was built in 1887 by the tannery".
 */
export function hasRivalDeed(
  asked: readonly Word[],
  shown: readonly TextIndex[],
  about: TextIndex,
): boolean {
  const deed = deedAsked(asked);
  if (deed === undefined) return false;
  const texts = [about, ...shown];
  if (texts.some(({ words }) => words.some(({ text }) => deed.tells.has(text)))) return false;
  return shown.some(({ words }) =>
    words.some(({ text }) => DEEDS.some(({ asks }) => asks.has(text))),
  );
}

/** "Who designed it?", "who was it designed by?" */
function deedAsked(asked: readonly Word[]): (typeof DEEDS)[number] | undefined {
  const [who, verb] = asked.map(({ text }) => text);
  if (who !== 'who' || verb === undefined) return undefined;
  const last = asked.at(-1)?.text === 'by' ? asked.at(-2)?.text : undefined;
  return DEEDS.find(({ asks }) => asks.has(last ?? verb));
}
