import path from 'node:path';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';

/**
 * The rooms of the program from the ground up (docs/architecture.md): each may import those that
 * stand in a line above its own, and none that stand beside it or below.
 */
export const FLOORS = [
  ['src/formats.ts'],
  ['src/errors'],
  [
    'src/errors.ts',
    'src/finding.ts',
    'src/shards.ts',
    'src/version.ts',
    'src/processes',
    'src/log.ts',
  ],
  ['src/text', 'src/vectors'],
  ['src/documents'],
  ['src/articles'],
  ['src/passages'],
  ['src/embedding'],
  ['src/store'],
  ['src/indexing', 'src/retrieval'],
  ['src/answering'],
  ['src/conversation'],
  ['src/config.ts', 'src/newsdesk.ts'],
  ['src/local-newsdesk.ts'],
  ['src/indexing-process'],
  ['src/open.ts'],
  ['src/evaluation', 'src/health', 'src/discord', 'src/indexing-child.ts'],
  ['commands'],
  ['src/cli'],
  ['tools', 'bench', 'docs'],
];

const zones = FLOORS.flatMap((floor, level) =>
  floor.map((room) => ({
    target: path.join(import.meta.dirname, room),
    from: FLOORS.slice(level)
      .flat()
      .filter((other) => other !== room)
      .map((other) => path.join(import.meta.dirname, other)),
    message: `Imports run down only: see FLOORS in eslint.floors.js for what ${room} may use.`,
  })),
);

/** Two engines behind one interface: what they share is in neither. */
const engines = [
  ['src/store/sqlite', 'src/store/postgres'],
  ['src/store/postgres', 'src/store/sqlite'],
  ['src/store/rows', 'src/store/sqlite'],
  ['src/store/rows', 'src/store/postgres'],
].map(([room, other]) => ({
  target: path.join(import.meta.dirname, room),
  from: path.join(import.meta.dirname, other),
  message: 'Engines know nothing of each other: what both do alike is in src/store/rows.',
}));

/** Fails an import that runs up, and imports that run in a circle. */
export const importsRunDown = {
  files: ['src/**/*.ts', 'commands/**/*.ts', 'tools/**/*.ts'],
  plugins: { 'import-x': importX },
  settings: {
    'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
  },
  rules: {
    'import-x/no-restricted-paths': ['error', { zones: [...zones, ...engines] }],
    'import-x/no-cycle': ['error', { ignoreExternal: true }],
  },
};
