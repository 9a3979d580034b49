import { hasCharacters } from '../text/unspaced.js';

/** A word of a question in Chinese or Japanese. */
export interface AskedWord {
  readonly text: string;
  /** Says what was done, which a sentence may tell with a word that shares a character. */
  readonly isDeed: boolean;
  /** How much it says about which sentence is meant: less of what only says whose it is. */
  readonly weight: number;
}

/** A question in Chinese or Japanese, as far as it can be read without a model. */
export interface CharacterQuestion {
  readonly words: readonly AskedWord[];
  /** What a sentence must have to be an answer, by what is asked for. */
  readonly kind: RegExp | undefined;
}

const NUMBER = /[\d〇零一二三四五六七八九十百千万萬亿億兆两兩半]/u;
const TIME =
  /[\d〇零一二三四五六七八九十百千两兩半今去昨明来來前](?:年|月|日|号|點|点|時|时|天|周|週|世紀|世纪)|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜|\d:\d/u;
const MONEY = /[元圆圓円块塊¥￥$€£]|ドル|ユーロ|免[费費]|無料/u;
const REASON = /因|由于|由於|所以|为了|為了|ため|から|ので|原|理由/u;

/** What asks, with what an answer to it has. The longer come first: 为什么 before 什么. */
const ASKING: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [
    /什么时候|什麼時候|何时|何時|哪年|哪天|哪月|几点|幾點|几月|几号|いつ|何年|何月|何日|何曜日/gu,
    TIME,
  ],
  [/为什么|為什麼|为何|為何|なぜ|どうして|何故/gu, REASON],
  [/多少钱|多少錢|いくら/gu, MONEY],
  [
    /多少|几|幾|多[高长長大久远遠重深宽寬]|どのくらい|どれくらい|いくつ|何(?=[^\sがをはもにでとのか])/gu,
    NUMBER,
  ],
  [
    /哪里|哪裡|哪儿|哪兒|哪个|哪個|哪些|哪|怎么样|怎麼樣|怎么|怎麼|怎样|如何|什么|什麼|谁|誰|どこ|どの|どれ|どちら|どう|だれ|どなた|何/gu,
    undefined,
  ],
];
const ENDS_ASKING = /(?:[?？]|[吗嗎呢か])[\s。]*$/u;
/** Stands for what asks, and ends a word: no text has it. */
const ASKED = '\u0000';

/** Says how a sentence is built, or stands in nearly every one. */
const LITTLE = new Set([
  ...Array.from(
    '的了着过過在和与與及是被把将將会會要能可有吗嗎呢吧从從到对對向这這那它他她我你您们們为為用由上下里裡中个個名位其所以之于於也都还還就很不没沒人大事物時时年月日号天点點分做',
  ),
  ...'请问 請問 可以 需要 已经 已經 进行 進行 告诉 告訴 这个 那个 一个 一個 名字 地方 事情 时候 時候 理由 教えて 場合'.split(
    ' ',
  ),
]);
/** Takes what stands before it for whose it is, or for what is spoken of. */
const OF = new Set('的 の は 有 在 では には'.split(' '));
const OWNER = 0.3;
/** What was done, or is counted. */
const MEANT = 1.5;
const SINGLE = 0.5;

/** Whether a message in Chinese or Japanese asks something. */
export function isAskedInCharacters(message: string): boolean {
  return ENDS_ASKING.test(message) || ASKING.some(([asking]) => message.search(asking) >= 0);
}

/** Reads a question by its asking word and the words of the language's dictionary. */
export function readInCharacters(message: string): CharacterQuestion {
  let rest = message.normalize('NFKC').toLowerCase();
  let kind: RegExp | undefined;
  for (const [asking, answered] of ASKING) {
    if (rest.search(asking) >= 0) kind ??= answered;
    rest = rest.replace(asking, ASKED);
  }
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(rest);
  const language = isJapanese ? 'ja' : 'zh';
  const parts = rest
    .split(ASKED)
    .map((part, at, all) =>
      wordsIn(part, language, wordsIn(all[at + 1] ?? '', language, false).length > 0),
    );
  const opens = parts[0]?.length === 0;
  const words = parts.flatMap((found, part) =>
    found.map(({ text, isOwner, isInflected }, at): AskedWord => {
      const follows = part > 0 && at === 0;
      const isCounted = follows && kind === NUMBER;
      // A Chinese verb ends the question or follows who did it: its form never tells.
      const ends = !opens && part === parts.length - 1 && at === found.length - 1;
      const mayBeDeed = isJapanese ? isInflected : (follows || ends) && !isCounted;
      const isDeed = hasCharacters(text) && mayBeDeed;
      const weight = isDeed || isCounted ? MEANT : isSingle(text) ? SINGLE : 1;
      return { text, isDeed, weight: isOwner && !isDeed ? weight * OWNER : weight };
    }),
  );
  return { words, kind };
}

interface CharacterWord {
  readonly text: string;
  readonly isOwner: boolean;
  /** A Japanese verb or adjective: what follows inflects it. */
  readonly isInflected: boolean;
}

const HIRAGANA = /\p{Script=Hiragana}/u;
const ONLY_HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
const INFLECTS = /^[しさすせらりるれいえけげきぎくぐちつてでみめびべまた]/u;
const PARTICLES = new Set(
  'で て に は が を の と も へ や から まで より では には でも です'.split(' '),
);

/** Single characters side by side are one word: no dictionary has all names. */
function wordsIn(text: string, language: 'zh' | 'ja', goesOn: boolean): CharacterWord[] {
  const all = Array.from(segmenterFor(language).segment(text), ({ segment, isWordLike }) => ({
    segment: language === 'zh' ? bare(segment) : segment,
    isWord: isWordLike === true,
    isCut: language === 'zh' && bare(segment) !== segment,
  }));
  const lastOf = all.findLastIndex(
    ({ segment }, at) => OF.has(segment) && (goesOn || all.slice(at + 1).some(says)),
  );
  const found: (CharacterWord & { readonly end: number })[] = [];
  all.forEach(({ segment, isWord }, at) => {
    if (!says({ segment, isWord })) return;
    const last = found.at(-1);
    const next = all[at + 1]?.segment ?? '';
    const inflects = HIRAGANA.test(segment) || INFLECTS.test(next);
    const word = {
      text: stemOf(segment),
      isOwner: at < lastOf,
      isInflected: inflects && !PARTICLES.has(next),
      end: at,
    };
    const before = all[at - 1];
    const isBroken = before === undefined || before.isCut || !isSingle(before.segment);
    if (last?.end === at - 1 && isSingle(segment) && !isBroken)
      found[found.length - 1] = { ...word, text: last.text + segment };
    else found.push(word);
  });
  return found;
}

function says({
  segment,
  isWord,
}: {
  readonly segment: string;
  readonly isWord: boolean;
}): boolean {
  return isWord && segment !== '' && !LITTLE.has(segment) && !ONLY_HIRAGANA.test(segment);
}

/** A dictionary takes 新的 and 是用 for words. */
function bare(segment: string): string {
  return Array.from(segment).length === 2
    ? segment.replace(/^[是有在](?=.)/u, '').replace(/(?<=.)[的了是]$/u, '')
    : segment;
}

/** Of a Japanese verb the characters that its forms share: 借 of 借り. */
function stemOf(segment: string): string {
  const at = segment.search(HIRAGANA);
  return at > 0 ? segment.slice(0, at) : segment;
}

/** Whether it is one character of Chinese or Japanese, which says too little alone. */
export function isSingle(word: string): boolean {
  return hasCharacters(word) && Array.from(word).length === 1;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
