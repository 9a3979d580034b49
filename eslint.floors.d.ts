import type { Linter } from 'eslint';

export const FLOORS: readonly (readonly string[])[];
export const importsRunDown: Linter.Config;
