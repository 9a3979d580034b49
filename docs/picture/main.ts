import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PACKAGE_DIR } from '../../src/version.js';
import { pageOf } from './page.js';
import { askFirstArticle } from './replies.js';

const SIZE = { width: 760, height: 900 };

const answered = await askFirstArticle([
  { question: "who is in Putin's delegation", isPrivate: false },
  { question: 'when did Putin visit Pyongyang before', isPrivate: false },
  { question: 'who won the 2018 World Cup', isPrivate: true },
]);
const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-picture-'));
try {
  const page = path.join(folder, 'replies.html');
  await writeFile(page, pageOf(answered));
  const picture = path.join(PACKAGE_DIR, 'docs', 'replies.png');
  await promisify(execFile)(process.env['CHROMIUM'] ?? 'chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    `--user-data-dir=${path.join(folder, 'profile')}`,
    '--force-device-scale-factor=2',
    `--window-size=${SIZE.width},${SIZE.height}`,
    `--screenshot=${picture}`,
    pathToFileURL(page).href,
  ]);
  console.log(`Drew ${picture}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
