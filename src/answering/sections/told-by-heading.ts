import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { presence } from '../../retrieval/terms.js';
import { indexText } from '../../retrieval/text-index.js';
import type { Store, StoredArticle } from '../../store/store.js';
import type { Span } from '../../text/span.js';
import type { AnswerText } from '../answer.js';
import { asksPrice, hasPrice } from '../asked/price.js';
import type { Judgement } from '../judge.js';
import type { AskedFor } from '../asked/question.js';
import { candidatesOf } from '../confidence/evidence.js';
import { headedSections, headingAndFirst, shownAs, type HeadedSection } from './headed-sections.js';

/** All of the question, but for what a common word counts. */
const WHOLE = 0.95;
/** They ask for the price or the date itself. */
const ASKS = new Set(
  `much cost costs price prices pay paid charge charged fee come came comes out released release appear
  appeared published launched launch shipped updated changed happened happen held start started begin
  began take takes took place update version release patch build`.split(/\s+/u),
);
const DIGIT = /\d/u;

/** What of a heading, "Gold – 15 € a month" or "2.4 (2 June 2026)", is asked for; undefined if nothing is. */
function toldIn(query: Query, { kind }: AskedFor, heading: string): Span | undefined {
  if (heading.trimEnd().endsWith('?')) return undefined;
  const index = indexText(heading);
  const wanted = asksPrice(query) ? 'number' : kind === 'date' ? 'date' : undefined;
  if (
    wanted === undefined ||
    (wanted === 'number' && !(hasPrice(heading) && DIGIT.test(heading)))
  ) {
    return undefined;
  }
  const found = candidatesOf(index).find(
    ({ kind: of, first, last }) =>
      of === wanted &&
      index.words.slice(first, last + 1).some(({ stem }) => !query.stems.has(stem)),
  );
  const [from, to] = [index.words[found?.first ?? -1], index.words[found?.last ?? -1]];
  if (from === undefined || to === undefined) return undefined;
  const before = /[$€£¥₽₹]\s?$/u.exec(heading.slice(0, from.start))?.[0] ?? '';
  const after = /^\s?[$€£¥₽₹]/u.exec(heading.slice(to.end))?.[0] ?? '';
  return { start: from.start - before.length, end: to.end + after.length };
}

/** Whether the heading that something stands under tells a price or a date that is asked for, of what it names. */
function isToldByHeading(
  query: Query,
  asked: AskedFor,
  { title, path }: { readonly title: string; readonly path: readonly string[] },
): boolean {
  const own = path.at(-1);
  if (own === undefined || toldIn(query, asked, own) === undefined) return false;
  const terms = query.terms.filter(({ text }) => !ASKS.has(text));
  const index = indexText(own);
  return (
    terms.some((term) => presence(term, index) > 0) &&
    coverage(terms, indexText([title, ...path].join('\n'))) >= WHOLE
  );
}

/** Such a heading with what is first said below it; undefined if there is none, or several. */
export function toldByHeading(
  query: Query,
  asked: AskedFor,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
): AnswerText | undefined {
  const { title, text, blocks } = article;
  const path = ({ under, words }: HeadedSection): string[] =>
    under === undefined ? [words] : [under, words];
  const [section, ...others] = headedSections(text, blocks).filter((one) =>
    isToldByHeading(query, asked, { title, path: path(one) }),
  );
  if (section === undefined || others.length > 0) return undefined;
  const told = toldIn(query, asked, section.words);
  const units = headingAndFirst(text, blocks, section);
  if (told === undefined || units.length === 0) return undefined;
  const { start, end } = section;
  const answer = shownAs(article, units, { start, end, path: [] });
  return { ...answer, highlights: [{ start: start + told.start, end: start + told.end }] };
}

/** A heading that tells a price or a date, if what is chosen below the headings does not, or not surely enough. */
export async function headingThatTells(
  store: Pick<Store, 'article'>,
  query: Query,
  { asked, ranked, chosen, confidence }: Judgement,
  least: number,
): Promise<AnswerText | undefined> {
  const lacks = chosen?.evidence.features;
  if (confidence >= least && lacks?.lacksKind === 0 && lacks.lacksPrice === 0) return undefined;
  const headed = ranked.find(({ record }) => isToldByHeading(query, asked, record))?.record;
  if (headed === undefined) return undefined;
  const article = await store.article(headed.articleId, [headed.collection]);
  return article && toldByHeading(query, asked, article);
}
