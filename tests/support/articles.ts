import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The article that comes with Newsdesk. */
export const PUTIN = fileURLToPath(
  new URL('../../data/articles/putin-north-korea.txt', import.meta.url),
);

export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

export const BRIDGE: SampleFile = {
  name: 'bridge.md',
  text: `---
title: The Kelvin Bridge opens again
url: https://news.example/kelvin-bridge
date: 2026-03-02
---

The Kelvin Bridge in Aldermoor was opened again on Monday after four years of repairs. Nearly three thousand people walked across it before the first cars were let through at noon.

The repairs were led by the engineer Marta Vogel, who had studied the bridge since its northern arch cracked in 2021. She said that the old stone had been kept wherever it could carry its load.

The work cost 12.4 million pounds, which is two million more than the council had planned. Most of the difference was paid by the railway company, whose trains pass under the southern arch.

Cyclists now have a lane of their own on the eastern side. A toll of two pounds will be charged for lorries from the first of June, while buses and private cars go free.
`,
};

export const LIGHTHOUSE: SampleFile = {
  name: 'lighthouse.md',
  text: `# The last keeper of Skerry Point

Ingrid Halvorsen kept the lighthouse at Skerry Point for thirty-one years, longer than anybody before her. She moved into the keeper's house in the winter of 1989 with two dogs and a piano.

The lamp was lit with paraffin until 1994, when an electric cable was laid along the sea bed from Torvik. On clear nights it could be seen from a distance of nineteen nautical miles.

Her most difficult night was the storm of January 2005, when the fishing boat Solveig ran onto the rocks. All seven men on board were brought ashore in a single rowing boat.

Since last spring the light has been run by a computer in Bergen. The house is now a small museum, which is open on Saturdays from May until September.
`,
};

/** Writes files into a folder and returns it. */
export function writeArticles(folder: string, files: readonly SampleFile[]): string {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return folder;
}

const TOWNS =
  'Ashford Birchwood Calder Dunmore Elmstead Farleigh Glenbrook Hartwell Inverlea Jarrow Kingsley Lindale Marston Northgate Oakham Penrith Quarley Redbourne Selwood Thornbury Ulverton Verwood Westbrook Yarmouth'.split(
    ' ',
  );
const FIRST =
  'Alice Bruno Clara Daniel Edith Felix Greta Henry Irene Jonas Klara Leon Maria Nils Olga Peter Rosa Simon Tessa Ulrich Vera Walter Yvonne Zachary'.split(
    ' ',
  );
const LAST =
  'Abbott Brandt Carver Dahl Ellison Forster Granger Hobbs Ingram Jansen Keller Lambert Mercer Norwood Osborne Prentice Quincy Rowland Sandberg Thatcher Underhill Vance Whitlock Young'.split(
    ' ',
  );
const WORKS =
  'harbour library museum theatre orchard brewery station hospital market school bakery garden workshop quarry ferry observatory'.split(
    ' ',
  );
const GOODS =
  'apples barley cheese copper flour glass honey lamps linen maps paper pottery rope salt timber wool'.split(
    ' ',
  );

export interface GeneratedFact {
  readonly question: string;
  /** What the answering sentence must say. */
  readonly answer: string;
}

export interface GeneratedFolder {
  readonly folder: string;
  readonly characters: number;
  readonly facts: readonly GeneratedFact[];
}

/**
 * Writes articles of plain English sentences, some `characters` in all. No two sentences are the
 * same, so that each has to be embedded; each article's fact has an answer of its own.
 */
export function generateArticles(folder: string, characters: number): GeneratedFolder {
  mkdirSync(folder, { recursive: true });
  const facts: GeneratedFact[] = [];
  let written = 0;
  for (let index = 0; written < characters; index++) {
    const { text, fact } = generateArticle(index);
    writeFileSync(join(folder, `article-${index}.txt`), text);
    facts.push(fact);
    written += text.length;
  }
  return { folder, characters: written, facts };
}

const PARAGRAPHS = 12;

function generateArticle(index: number): { readonly text: string; readonly fact: GeneratedFact } {
  const pick = (list: readonly string[], step: number): string =>
    list[(index * 7 + step * 5 + Math.floor((index + step) / list.length)) % list.length] ?? '';
  const town = `${pick(TOWNS, 0)} ${['Green', 'Hill', 'Cross', 'Ford'][Math.floor(index / TOWNS.length) % 4] ?? ''}`;
  const work = pick(WORKS, index);
  const founder = `${pick(FIRST, 1)} ${pick(LAST, 2)}`;
  const paragraphs = [
    `The ${work} of ${town} was founded by ${founder} in ${1800 + (index % 200)}. It stands at number ${index + 1} of the main street, opposite the town hall, and has been rebuilt twice since.`,
  ];
  for (let step = 1; step < PARAGRAPHS; step++) {
    const person = `${pick(FIRST, step + index)} ${pick(LAST, step)}`;
    const goods = pick(GOODS, step);
    const year = 1900 + ((index * 13 + step * 7) % 120);
    paragraphs.push(
      [
        `In ${year} the director ${person} bought ${(index * 31 + step * 17) % 900} crates of ${goods} from a merchant in ${pick(TOWNS, step + 3)}, which was more than the ${work} could store.`,
        `A visitor from ${pick(TOWNS, step + 9)} wrote that the roof of the ${pick(WORKS, step)} in ${town} had ${(index + step * 11) % 90} holes and that rain fell on the ${goods}.`,
        `The council paid ${(index * 53 + step * 29) % 9000} pounds for the repairs and asked ${pick(FIRST, step + 4)} ${pick(LAST, step + 8)} to look after them until the autumn of ${year + 2}.`,
      ].join(' '),
    );
  }
  return {
    text: `${paragraphs.join('\n\n')}\n`,
    fact: { question: `Who founded the ${work} of ${town}?`, answer: founder },
  };
}
