import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BRIDGE, LIGHTHOUSE, PUTIN, writeArticles } from '../support/articles.js';
import { newsdeskJson, temporaryFolder } from '../support/bot.js';
import type { Person } from '../support/discord/discord.js';
import { startStage, type Stage } from '../support/stage.js';

const TODAY = new Date().toISOString().slice(0, 10);

const DATED = [
  {
    name: 'berlin.md',
    text: `---
title: Macron comes to Berlin for two days
author: Lena Brandt
date: ${TODAY}
url: https://news.example/macron-berlin
---

French President Emmanuel Macron arrives in Berlin on Sunday for a visit of two days. He will stay at the Adlon hotel beside the Brandenburg Gate, where two floors have been cleared for his delegation.
`,
  },
  {
    name: 'storm.md',
    text: `---
title: Storm Ylva leaves the coast without power
date: 2025-11-24
---

Storm Ylva tore down power lines along the north coast on Monday, and 40,000 homes were without electricity by noon.

The mayor of Nordal, Sigrun Aase, asked people to stay at home. Ferries to the islands will not run before Thursday, said Knut Berge of the coast guard.
`,
  },
];

let stage: Stage;

beforeAll(async () => {
  const dataDir = temporaryFolder();
  const files = [BRIDGE, LIGHTHOUSE, ...DATED];
  const folder = writeArticles(join(temporaryFolder(), 'articles'), files);
  await newsdeskJson(dataDir, 'index', PUTIN, folder);
  stage = await startStage({ dataDir });
});

afterEach(() => {
  expect(stage.discord.takeViolations()).toEqual([]);
});

afterAll(async () => {
  await stage.end();
});

const newcomer = (): Person => stage.discord.person({ guild: stage.guild });
const counts = async () =>
  (await newsdeskJson(stage.dataDir, 'stats')) as { asked: number; unanswered: number };

describe('a question to the desk', () => {
  test('for what is new has the newest articles', async () => {
    const before = await counts();
    const reply = await newcomer().mention('What’s new?');
    expect(reply.text).toContain('The newest articles');
    expect(reply.text).toContain('Macron comes to Berlin');
    expect(await counts()).toEqual(before);
  });

  test('for a period has the articles from then', async () => {
    const person = newcomer();
    const week = await person.mention('What happened this week?');
    expect(week.text).toContain('Macron comes to Berlin');
    expect(week.text).not.toContain('Storm Ylva');
    const november = await person.slash('ask', { question: 'what happened in November 2025?' });
    expect(november.text).toContain('Storm Ylva');
    expect(november.text).not.toContain('Macron');
  });

  test('for articles about something has those', async () => {
    const reply = await newcomer().mention('Which articles are about storms?');
    expect(reply.text).toContain('Storm Ylva');
    expect(reply.text).not.toContain('Putin');
  });

  test('for a summary finds the article by its title', async () => {
    const reply = await newcomer().mention('Summarise the storm article');
    expect(reply.text).toContain('What it is about');
    expect(reply.text).toContain('tore down power lines');
  });

  test('asks which article, and is answered in place', async () => {
    const person = newcomer();
    const which = await person.mention('Summarise the article');
    expect(which.text).toContain('Which article?');
    const chosen = await person.choose(which, 'Kelvin Bridge');
    expect(chosen.message).toBe(which.message);
    expect(chosen.text).toContain('The Kelvin Bridge in Aldermoor was opened again');
    // What was chosen is what is spoken of.
    expect((await person.mention('who led the repairs?')).text).toContain('Marta Vogel');
  });

  test('lists what an article names', async () => {
    const person = newcomer();
    const people = await person.mention('List the people mentioned in the storm article');
    expect(people.text).toContain('Sigrun Aase · Knut Berge');
    expect((await person.mention('and which numbers are mentioned in it?')).text).toContain(
      '40,000',
    );
    const another = newcomer();
    const which = await another.mention('list the dates mentioned in an article');
    expect((await another.choose(which, 'Kelvin Bridge')).text).toContain('2021');
  });

  test('has what is stored of the article that is spoken of', async () => {
    const person = newcomer();
    await person.mention('Where will Macron stay?');
    expect((await person.mention('who wrote it?')).text).toContain('Lena Brandt');
    expect((await person.mention('where is it from?')).text).toContain('news.example');
    const when = await person.mention('When was this published?');
    expect(when.text).toContain(TODAY.slice(0, 4));
    const storm = await person.mention('Who wrote the storm article?');
    expect(storm.text).toContain('It doesn’t say.');
  });
});

describe('a question that two articles answer alike', () => {
  test('has both answers, and neither is called sure', async () => {
    const reply = await newcomer().mention('Where will the president stay during his visit?');
    expect(reply.text).toContain('Two articles answer that.');
    expect(reply.text).toContain('Adlon');
    expect(reply.text).toContain('Kumsusan');
    expect(reply.text).not.toContain('sure');
  });

  test('has one where it says which is meant', async () => {
    const reply = await newcomer().mention('Where will Macron stay?');
    expect(reply.text).toContain('Adlon');
    expect(reply.text).not.toContain('Kumsusan');
  });
});
