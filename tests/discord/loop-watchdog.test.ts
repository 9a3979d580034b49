import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';

const WATCHDOG = pathToFileURL(path.join(PACKAGE_DIR, 'dist/src/discord/loop-watchdog.js')).href;

/** Blocks its thread for some seconds, and then ends. */
const PROGRAM = `
  const { watchLoop } = await import(${JSON.stringify(WATCHDOG)});
  const log = { level: 'info', warn: (what, text) => console.error(JSON.stringify({ ...what, text })) };
  const stop = watchLoop(log);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const end = Date.now() + 8_000;
  while (Date.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 500));
  stop();
`;

it('tells of a blocked thread while it is blocked, and how long it was', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM]);
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  expect(output).toMatch(/"blockedMs":[5-9]\d{3},"msg":"The event loop is blocked/);
  expect(output).toMatch(/"blockedMs":[78]\d{3}.*was blocked/);
});
