import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleNames, askOne, type Asked } from '../../src/evaluation/asked.js';
import {
  indexRoom,
  numberedCollection,
  openBenchDesk,
  type BenchDesk,
} from '../../src/evaluation/bench-desk.js';
import { DEFAULT_MODEL_SETTINGS, DEFAULT_READER_SETTINGS, EMBEDDER_URL } from '../support/model.js';
import { asHtml, asText } from './written/forms.js';

const FOLDER = path.join(import.meta.dirname, 'written');
const FORMS = { md: (markdown: string) => markdown, html: asHtml, txt: asText };

/** All of `gold` has to be in bold; `gap` says why it is not yet, in some forms or in all. */
const Questions = z.array(
  z.object({
    file: z.string(),
    kind: z.string(),
    question: z.string(),
    gold: z.array(z.string()).min(1),
    gap: z.object({ forms: z.array(z.enum(['md', 'html', 'txt'])), why: z.string() }).optional(),
  }),
);

interface Case {
  readonly community: string;
  readonly form: keyof typeof FORMS;
}

const CASES = ['thornhollow', 'foxglove', 'marlpit', 'sablewick', 'wexcombe'].flatMap(
  (community): Case[] => (['md', 'html', 'txt'] as const).map((form) => ({ community, form })),
);

const questionsOf = new Map<string, z.infer<typeof Questions>>();
for (const { community } of CASES) {
  const file = path.join(FOLDER, community, 'questions.json');
  questionsOf.set(community, Questions.parse(JSON.parse(await readFile(file, 'utf8'))));
}

let desk: BenchDesk;
beforeAll(async () => {
  desk = await openBenchDesk({
    model: DEFAULT_MODEL_SETTINGS,
    reader: DEFAULT_READER_SETTINGS,
    embedderUrl: EMBEDDER_URL,
  });
});
afterAll(() => desk.close());

describe.each(CASES)('documents of the community $community, as $form', ({ community, form }) => {
  const at = CASES.findIndex((each) => each.community === community && each.form === form);
  const collection = numberedCollection(at);
  let names: Map<string, string>;

  beforeAll(async () => {
    const folder = path.join(FOLDER, community);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    const articles = await Promise.all(
      files.map(async (file) => ({
        name: file.replace(/md$/, form),
        text: FORMS[form](await readFile(path.join(folder, file), 'utf8')),
        read: 'file' as const,
      })),
    );
    await indexRoom(desk, { articles }, collection);
    names = await articleNames(desk, collection);
  });

  for (const { file, kind, question, gold, gap } of questionsOf.get(community) ?? []) {
    const test = gap?.forms.includes(form) === true ? it.fails : it;
    test(`answer “${question}”`, async () => {
      const asked = await askOne(
        desk,
        {
          id: question,
          question,
          group: file,
          kind,
          gold: {
            articles: [`${file}.${form}`],
            answers: gold.map((text) => ({ text })),
            shown: 'all',
          },
        },
        collection,
        names,
        undefined,
      );
      expect({ right: asked.right, bold: boldOf(asked) }).toMatchObject({ right: true });
      expect(asked).toMatchObject({ bare: false, misquoted: false, echoes: false });
    });
  }
});

function boldOf({ verdict: { answer } }: Asked): string[] {
  return (
    answer?.sentences.map(({ start, end }) =>
      answer.text.slice(start - answer.start, end - answer.start),
    ) ?? []
  );
}
