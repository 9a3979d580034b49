import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED } from '../../src/store/store.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const HARBOUR = `# Minister opens the harbour at Port Ansel

Transport minister Odile Ferrand will arrive in Port Ansel on Friday. She will stay at the Anchor hotel beside the new harbour, which has two basins for fishing boats.
`;
const MINE = `# Minister visits the salt mine of Grauen

Labour minister Viktor Salm will come to the salt mine of Grauen next week. He will stay at the old miners' lodge above the shaft, where the first tunnels were dug in 1640.
`;

describe('a question that two articles answer alike', () => {
  let test: TestNewsdesk;
  beforeAll(async () => {
    test = await openTestNewsdesk();
    for (const [name, text] of Object.entries({ harbour: HARBOUR, mine: MINE })) {
      const file = path.join(test.files, `${name}.md`);
      await writeFile(file, text);
      await test.newsdesk.index([file]);
    }
  });
  afterAll(() => test.end());

  const ask = (question: string) => test.newsdesk.ask(question, { scope: [SHARED] });

  it('has both answers', async () => {
    const { answer, also } = await ask('Where will the minister stay?');
    const texts = [answer?.text, also?.answer.text].sort().join('\n');
    expect(texts).toContain('the Anchor hotel');
    expect(texts).toContain("miners' lodge");
  });

  it('has one where it says which is meant', async () => {
    const { answer, also } = await ask('Where will Odile Ferrand stay in Port Ansel?');
    expect(answer?.text).toContain('the Anchor hotel');
    expect(also).toBeUndefined();
  });

  it('has none where nothing answers', async () => {
    expect((await ask('How much did the aquarium in Lima cost?')).also).toBeUndefined();
  });
});
