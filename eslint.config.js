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
);
