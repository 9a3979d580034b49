import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../src/version.js';

/** What one pattern may take for 100 KB, whatever they are. */
const MOST_MS = 50;
/** No busy machine makes a linear pattern take this long. */
const HOPELESS_MS = 1_000;
const CHARACTERS = 100_000;

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written in the program. */
function patterns(): Pattern[] {
  return ['src', 'commands'].flatMap((folder) =>
    readdirSync(path.join(PACKAGE_DIR, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => patternsIn(path.join(folder, name))),
  );
}

function patternsIn(place: string): Pattern[] {
  const text = readFileSync(path.join(PACKAGE_DIR, place), 'utf8');
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({
        place: `${place}: ${node.text.slice(0, 60)}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(place, text, ts.ScriptTarget.ES2022));
  return found;
}

const UNITS = [
  ...Array.from(' \n\t-.,:;\'"<>()[]{}#*_`|/\\&=+^$!?@…—’”0aZé日\u200d\u0301\ufe0f'),
  ...['\r\n', 'a ', 'a.', 'A. ', '1,', '1.', '- ', '" ', '<a ', '<!--', 'x x ', ' \n', '](', '😀'],
];

const RUNS = UNITS.map(runOf);

function runOf(unit: string): string {
  return unit.repeat(Math.ceil(CHARACTERS / unit.length));
}

/** Long runs of what a pattern looks for, and then what it does not. */
function* attacks({ source }: Pattern): Generator<string> {
  const words = source.match(/[\p{L} ]{2,}/gu) ?? [];
  const start = source.replace(/[\\^$()[\]{}|?*+]/g, '').slice(0, 12);
  for (const run of [...RUNS, ...words.slice(0, 4).map(runOf)]) yield `${start}${run}\0`;
}

/** Of the processor's time: what other processes take on a busy machine is no cost of a pattern. */
function milliseconds(expression: RegExp, text: string): number {
  const before = process.cpuUsage();
  text.replace(expression, '');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('every pattern in the program', () => {
  const all = patterns();

  it.each(all)('$place takes no longer than its text is long', (pattern) => {
    const expression = new RegExp(pattern.source, pattern.flags);
    for (const text of attacks(pattern)) {
      let best = milliseconds(expression, text);
      // A busy machine is given more chances; a pattern that is slow is slow each time.
      for (let again = 0; best > MOST_MS && best < HOPELESS_MS && again < 4; again++) {
        best = Math.min(best, milliseconds(expression, text));
      }
      expect(best, JSON.stringify(text.slice(0, 40))).toBeLessThanOrEqual(MOST_MS);
    }
  });
});

describe('the rules of the linter', () => {
  /** The project's own rules for patterns, without those that need its types. */
  async function complaints(code: string): Promise<string[]> {
    const place: string = path.join(PACKAGE_DIR, 'eslint.config.js');
    const { default: config } = (await import(place)) as { default: Linter.Config[] };
    const rules = config.filter(({ plugins }) => plugins !== undefined && 'redos' in plugins);
    const eslint = new ESLint({
      cwd: PACKAGE_DIR,
      overrideConfigFile: true,
      overrideConfig: rules,
    });
    const filePath = path.join(PACKAGE_DIR, 'src', 'any.ts');
    const [result] = await eslint.lintText(code, { filePath });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? '');
  }

  it.each([
    [
      'a pattern of which a line can be read in many ways',
      String.raw`/^(?:(?:share|tweet|e-?mail|print|save|copy link|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|pin it|messenger|flipboard)(?: (?:this|on|via|to|article|story|facebook|twitter|whatsapp|linkedin|reddit|x|link)){0,3}[\s|,·•/]*)+:?$/i`,
    ],
    ['one that tries each place of a long run', String.raw`/\s+$/`],
  ])('refuse %s', { timeout: 60_000 }, async (_, pattern) => {
    const found = await complaints(`export const pattern = ${pattern};\n`);
    expect(found.some((rule) => /^(?:redos|regexp)\//.test(rule))).toBe(true);
  });

  it('let one through that reads a text once', { timeout: 60_000 }, async () => {
    expect(await complaints('export const pattern = /^[a-z]+$/;\n')).toEqual([]);
  });
});
