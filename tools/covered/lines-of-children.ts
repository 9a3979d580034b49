import { readFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_DIR } from '../../src/version.js';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** What a process writes at its end if NODE_V8_COVERAGE names a folder. */
interface RawCoverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly Range[] }[];
  }[];
}

/** A compiled file: where its lines begin, and the line of the source that each is of. */
interface Compiled {
  readonly name: string;
  readonly length: number;
  readonly begins: readonly { readonly offset: number; readonly sourceLine: number }[];
}

const DIST = path.join(PACKAGE_DIR, 'dist');

/** The lines of each source, by its path in the project, that any of the processes ran. */
export async function linesOfChildren(
  files: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const known = new Map<string, Compiled>();
  const lines = new Map<string, Set<number>>();
  for (const file of files) {
    const { result } = JSON.parse(await readFile(file, 'utf8')) as RawCoverage;
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const script = fileURLToPath(url);
      if (!/^(?:src|commands)\//.test(path.relative(DIST, script))) continue;
      const compiled = known.get(script) ?? (await readCompiled(script));
      known.set(script, compiled);
      const counts = countsOf(
        functions.flatMap(({ ranges }) => ranges),
        compiled.length,
      );
      const reached = lines.get(compiled.name) ?? new Set();
      lines.set(compiled.name, reached);
      for (const { offset, sourceLine } of compiled.begins) {
        if ((counts[offset] ?? 0) > 0) reached.add(sourceLine);
      }
    }
  }
  return lines;
}

/** How often each character was run: an inner range has the word over the one around it. */
function countsOf(ranges: readonly Range[], length: number): Uint8Array {
  const counts = new Uint8Array(length);
  const outerFirst = [...ranges].sort(
    (a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
  );
  for (const { startOffset, endOffset, count } of outerFirst) {
    counts.fill(Math.min(1, count), startOffset, endOffset);
  }
  return counts;
}

async function readCompiled(script: string): Promise<Compiled> {
  const text = await readFile(script, 'utf8');
  const map = new SourceMap(
    JSON.parse(await readFile(`${script}.map`, 'utf8')) as SourceMapPayload,
  );
  let offset = 0;
  const begins = text.split('\n').flatMap((line, at) => {
    const column = line.length - line.trimStart().length;
    const begin = offset + column;
    offset += line.length + 1;
    const entry = map.findEntry(at, column);
    return 'originalLine' in entry && entry.generatedLine === at
      ? [{ offset: begin, sourceLine: entry.originalLine + 1 }]
      : [];
  });
  const name = path.relative(DIST, script).replace(/\.js$/, '.ts');
  return { name, length: text.length, begins };
}
