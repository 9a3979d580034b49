import type { RootContent } from 'mdast';
import { hasWords, oneLine } from '../text/clean.js';
import type { DomDocument } from './dom.js';
import { decodeEntities } from './entities.js';
import { nameOf } from './extract.js';
import { heading, list, paragraph } from './kinds/nodes.js';
import { isOfType, linkedObjects, type Fields } from './linked-data.js';
import { labelsFor, measureOf, type Labels } from './recipe-labels.js';

/** A part of what a page's JSON-LD says of a recipe, a guide, an event or a thing for sale. */
export interface ToldPart {
  readonly nodes: readonly RootContent[];
  /** Its sentences and items, by which it is known in the page. */
  readonly says: readonly string[];
  /** Whether a page with a text of its own may lack it. */
  readonly isList: boolean;
}

const KINDS = /^(?:https?:\/\/schema\.org\/)?(?:Recipe|HowTo|QAPage|Product|\w*Event)$/;
/** A part of which so many lines are in the text that was read is not missing. */
const KNOWN = 0.5;
/** A line is in a text that has so many of its words. */
const WORDS = 0.7;
const MOST_LINES = 500;
/** A page with less text than a sentence has none of its own. */
const SENTENCE = 60;

/** What a page tells as data, beside articles: the parts of the first thing that is no article. */
export function toldParts(document: DomDocument, language: string | undefined): ToldPart[] {
  const told = linkedObjects(document).find((each) => isOfType(each, KINDS));
  if (told === undefined) return [];
  const labels = labelsFor(language);
  const parts = [
    plainPart([textIn(told['description'])]),
    questionPart(told['mainEntity']),
    plainPart(factsOf(told, labels)),
    listPart(labels.ingredients, linesIn(told['recipeIngredient'] ?? told['ingredients'])),
    listPart(labels.supplies, linesIn(told['supply'])),
    listPart(labels.tools, linesIn(told['tool'])),
    stepsPart(labels.steps, told['recipeInstructions'] ?? told['step']),
  ];
  return parts.filter(({ says }) => says.length > 0);
}

/** The parts that are not in the text which was read of the page; if it lacks a list, all of them. */
export function missingParts(parts: readonly ToldPart[], read: string): RootContent[] {
  if (parts.length === 0) return [];
  const words = new Set(wordsIn(read));
  const missing = parts.filter(
    ({ says }) => says.filter((line) => isKnown(line, words)).length < KNOWN * says.length,
  );
  const isAll = read.length < SENTENCE || missing.some(({ isList }) => isList);
  return isAll ? missing.flatMap(({ nodes }) => nodes) : [];
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
}

function isKnown(line: string, words: ReadonlySet<string>): boolean {
  const own = wordsIn(line);
  return own.filter((word) => words.has(word)).length >= WORDS * own.length;
}

function plainPart(lines: readonly (string | undefined)[]): ToldPart {
  const says = lines.filter((line) => line !== undefined);
  return { says, isList: false, nodes: says.map((value) => paragraph([{ type: 'text', value }])) };
}

function listPart(name: string, items: readonly string[]): ToldPart {
  const nodes = items.map((value) => [paragraph([{ type: 'text', value }])]);
  return {
    says: items,
    isList: true,
    nodes: [heading(2, [{ type: 'text', value: name }]), list(nodes)],
  };
}

/** Steps as a numbered list, those of each section under its name. */
function stepsPart(name: string, told: unknown): ToldPart {
  const sections = sectionsOf(told);
  return {
    says: sections.flatMap(({ steps }) => steps),
    isList: true,
    nodes: [
      heading(2, [{ type: 'text', value: name }]),
      ...sections.flatMap((section): RootContent[] => [
        ...(section.name === undefined
          ? []
          : [heading(3, [{ type: 'text' as const, value: section.name }])]),
        list(
          section.steps.map((value) => [paragraph([{ type: 'text', value }])]),
          1,
        ),
      ]),
    ],
  };
}

interface Section {
  readonly name: string | undefined;
  readonly steps: readonly string[];
}

function sectionsOf(told: unknown): Section[] {
  const sections: Section[] = [];
  let loose: string[] = [];
  const endLoose = (): void => {
    if (loose.length > 0) sections.push({ name: undefined, steps: loose });
    loose = [];
  };
  for (const each of [told].flat().slice(0, MOST_LINES)) {
    if (isFields(each) && isOfType(each, /HowToSection$/)) {
      endLoose();
      const steps = [each['itemListElement'] ?? each['steps']].flat().flatMap(stepsIn);
      if (steps.length > 0) sections.push({ name: textIn(each['name']), steps });
    } else loose.push(...stepsIn(each));
  }
  endLoose();
  return sections;
}

/** A step is a text, or has a name, a text, or directions of its own. */
function stepsIn(step: unknown): string[] {
  if (!isFields(step)) return linesIn(step);
  const inside = [step['itemListElement']]
    .flat()
    .flatMap((each) => (each === undefined ? [] : stepsIn(each)));
  const said = textIn(step['text']) ?? inside.join(' ');
  const name = textIn(step['name']);
  if (said === '') return name === undefined ? [] : [name];
  // Many repeat a step's beginning as its name.
  const isNamed = name !== undefined && !said.startsWith(name.replace(/(?:\.{3}|…|[.:])$/u, ''));
  return [isNamed ? `${name.replace(/[.:]$/u, '')}: ${said}` : said];
}

function questionPart(entity: unknown): ToldPart {
  const [asked] = [entity].flat();
  if (!isFields(asked) || !isOfType(asked, /Question$/)) return plainPart([]);
  const answers = [asked['acceptedAnswer'], asked['suggestedAnswer']].flat();
  return plainPart([
    textIn(asked['text']),
    ...answers.map((answer) => (isFields(answer) ? textIn(answer['text']) : undefined)),
  ]);
}

/** What is told in a value each, as lines with a label. */
function factsOf(told: Fields, labels: Labels): string[] {
  const [offer] = [told['offers']].flat();
  const price = isFields(offer)
    ? [offer['price'] ?? offer['lowPrice'], offer['priceCurrency']].map(nameOf)
    : [];
  const place = told['location'];
  const address = isFields(place) ? place['address'] : undefined;
  const where = [
    nameOf(place),
    isFields(address) ? nameOf(address['streetAddress']) : nameOf(address),
  ];
  const facts: readonly (readonly [string, string | undefined])[] = [
    [labels.yield, nameOf([told['recipeYield'] ?? told['yield']].flat().at(-1))],
    ...labels.times.map(([key, label]) => [label, measureOf(told[key], labels)] as const),
    [labels.start, nameOf(told['startDate'])?.replace('T', ' ')],
    [labels.end, nameOf(told['endDate'])?.replace('T', ' ')],
    [labels.where, [...new Set(where)].filter(Boolean).join(', ')],
    [labels.price, price[0] === undefined ? undefined : price.filter(Boolean).join(' ')],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [`${label}: ${value}`],
  );
}

function linesIn(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, MOST_LINES)
    .flatMap((each) => {
      const text = isFields(each) ? nameOf(each['name'] ?? each['text']) : each;
      if (typeof text !== 'string') return [];
      return text.split(/<\/(?:p|li|div)>|<br\s?\/?>|\n/i).flatMap((line) => textIn(line) ?? []);
    });
}

const BLOCK_TAG = /<\/?(?:br|div|h[1-6]|li|ol|p|td|tr|ul)(?![a-z])[^<>]*>/gi;

function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const html = (decodeEntities(value) ?? value).replace(BLOCK_TAG, ' ');
  const text = oneLine(html.replace(/<[^<>]*>/g, ''));
  return hasWords(text) ? text : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
