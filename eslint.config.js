import redos from 'eslint-plugin-redos';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { importsRunDown } from './eslint.floors.js';

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'bench/**/*.mjs', 'eslint.*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  importsRunDown,
  {
    // A longer file does more than one thing, or says in it why it is one.
    files: ['src/**/*.ts', 'commands/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Articles are untrusted: no pattern may take longer than its text is long. The two analysers
    // find what the other misses.
    files: ['src/**/*.ts', 'commands/**/*.ts'],
    // Run over texts of our own choice.
    ignores: ['src/evaluation/**'],
    plugins: { redos, regexp },
    rules: {
      // What can't be analysed in time is refused as well. What is tried by chance is so from the same
      // seed and to limits that are no times: a busy machine must not find other attacks.
      'redos/no-vulnerable': [
        'error',
        {
          cache: true,
          ignoreErrors: false,
          timeout: 120_000,
          randomSeed: 1,
          seedingTimeout: null,
          incubationTimeout: null,
          attackTimeout: null,
        },
      ],
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
);
