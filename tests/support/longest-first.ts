import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take minutes: what began last of all would keep one core waiting for the other. */
const LONGEST = [
  'readme-slow.test.ts',
  'structure-slow.test.ts',
  'postgres/shards.test.ts',
  'postgres/churn.test.ts',
  'written-slow.test.ts',
  'cli-memory-slow.test.ts',
  'cli-ask.test.ts',
];

/** Vitest's order, by what it knows of the last run or by size, but for what is known to be long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    // Stable, so that the rest stays as it is.
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
