import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { FLOORS, importsRunDown } from '../eslint.floors.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
    importsRunDown,
  ],
});

/** The rules that a file with these imports breaks. */
async function broken(filePath: string, ...imports: string[]): Promise<(string | null)[]> {
  const code = imports.map((name) => `import '${name}';\n`).join('');
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages).map(({ ruleId }) => ruleId);
}

describe('imports', () => {
  it('may run down', async () => {
    expect(await broken('src/retrieval/rank.ts', '../store/store.js', '../errors.js')).toEqual([]);
    expect(await broken('src/discord/bot.ts', '../newsdesk.js', './timing.js')).toEqual([]);
  });

  it('fail where they run up', async () => {
    const up = ['import-x/no-restricted-paths'];
    expect(await broken('src/text/words.ts', '../retrieval/linear.js')).toEqual(up);
    expect(await broken('src/store/sqlite/lock.ts', '../../indexing/report.js')).toEqual(up);
    expect(await broken('src/answering/ask.ts', '../newsdesk.js')).toEqual(up);
    expect(await broken('src/discord/bot.ts', '../../commands/index.js')).toEqual(up);
  });

  it('fail between rooms of one floor', async () => {
    const beside = ['import-x/no-restricted-paths'];
    expect(await broken('src/retrieval/rank.ts', '../indexing/report.js')).toEqual(beside);
    expect(await broken('src/vectors/dot.ts', '../text/words.js')).toEqual(beside);
  });

  it('fail between the two engines of the store', async () => {
    const beside = ['import-x/no-restricted-paths'];
    expect(await broken('src/store/postgres/lock.ts', '../sqlite/errors.js')).toEqual(beside);
    expect(await broken('src/store/sqlite/lock.ts', '../postgres/errors.js')).toEqual(beside);
    expect(await broken('src/store/rows/terms.ts', '../sqlite/errors.js')).toEqual(beside);
    expect(await broken('src/store/postgres/lock.ts', '../rows/terms.js')).toEqual([]);
  });

  it('fail where they run in a circle', async () => {
    expect(await broken('src/articles/folder.ts', './sources.js')).toEqual(['import-x/no-cycle']);
  });

  it('are held in every room that there is', () => {
    const rooms = FLOORS.flat();
    expect(new Set(rooms).size).toBe(rooms.length);
    for (const room of ['src/text', 'src/store', 'src/cli', 'commands']) {
      expect(existsSync(new URL(`../${room}`, import.meta.url))).toBe(true);
      expect(rooms).toContain(room);
    }
  });
});
