import { readFileSync } from 'node:fs';

/** What a stage of an image is made by, in the order of the file. */
export type Step =
  | { readonly kind: 'RUN'; readonly command: string }
  | {
      readonly kind: 'COPY';
      readonly from: string | undefined;
      readonly sources: readonly string[];
      readonly target: string;
    };

export interface Stage {
  readonly name: string | undefined;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly user: string | undefined;
  /** The arguments of the health check's command. */
  readonly healthCheck: readonly string[];
}

/** The stages of a Dockerfile, as far as Newsdesk's own one needs. */
export function readDockerfile(file: string): Stage[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  const stages: Stage[] = [];
  for (const line of lines) {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const text = rest.join(' ');
    if (word === 'FROM') {
      const name = rest[1] === 'AS' ? rest[2] : undefined;
      stages.push({ name, folder: '/', env: {}, steps: [], user: undefined, healthCheck: [] });
    }
    const stage = stages.at(-1);
    if (stage !== undefined) stages[stages.length - 1] = { ...stage, ...read(stage, word, text) };
  }
  return stages;
}

function read(stage: Stage, word: string, text: string): Partial<Stage> {
  switch (word) {
    case 'WORKDIR':
      return { folder: text };
    case 'USER':
      return { user: text };
    case 'ENV': {
      const pairs = text.split(' ').map((pair) => pair.split('=', 2));
      return {
        env: Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value])),
      };
    }
    case 'RUN':
      return { steps: [...stage.steps, { kind: 'RUN', command: text }] };
    case 'COPY': {
      const from = /^--from=(\S+) /.exec(text)?.[1];
      const paths = text.replace(/^--from=\S+ /, '').split(' ');
      const target = paths.pop() ?? '.';
      return { steps: [...stage.steps, { kind: 'COPY', from, sources: paths, target }] };
    }
    case 'HEALTHCHECK':
      return { healthCheck: JSON.parse(text.slice(text.indexOf('['))) as string[] };
    default:
      return {};
  }
}
