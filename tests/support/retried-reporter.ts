import type { Reporter, TestModule } from 'vitest/node';

/** Names at the end the tests that passed only when they were run again; known gaps fail each time. */
export default class RetriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const retried = modules.flatMap((module) =>
      [...module.children.allTests()]
        .filter(({ options }) => options.fails !== true)
        .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
        .map((test) => `  ${module.relativeModuleId} > ${test.fullName}: ${test.result().state}`),
    );
    if (retried.length === 0) return;
    process.stdout.write(`\nRun again, for they failed at first:\n${retried.join('\n')}\n\n`);
  }
}
