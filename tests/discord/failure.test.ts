import { pino } from 'pino';
import { expect, test } from 'vitest';
import { failure } from '../../src/discord/failure.js';
import { DEFAULT_MESSAGES, messagesFor } from '../../src/discord/messages/index.js';
import { render } from '../../src/discord/replies/render.js';
import { NewsdeskError } from '../../src/errors.js';

function logged() {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'trace' },
    { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  return { log, lines };
}

test('what a person caused is said in their language, with the code that the log has', () => {
  const { log, lines } = logged();
  const error = new NewsdeskError('url-timeout', { url: 'https://x.example', seconds: 20 });
  const { content } = render(failure(error, '0a1b2c3d', log), messagesFor('de'));
  expect(content).toBe(
    'Diese Seite brauchte länger als 20 s. Versuch es später wieder.\n-# Code: url-timeout · 0a1b2c3d',
  );
  expect(lines).toMatchObject([{ level: 30, code: 'url-timeout' }]);
});

test.each([
  new TypeError('undefined is not a function at /home/owner/newsdesk'),
  new NewsdeskError('store-unopenable', { file: '/home/owner/newsdesk', reason: 'EACCES' }),
])('what nobody in Discord can mend is not told in its own words: %s', (error) => {
  const { content } = render(failure(error, '0a1b2c3d', logged().log), DEFAULT_MESSAGES);
  expect(content).not.toContain('owner/newsdesk');
  expect(content).toContain(DEFAULT_MESSAGES.fault);
  expect(content).toMatch(/Code: (?:fault|store-unopenable) · 0a1b2c3d/);
});

test('details of an error mean nothing but themselves', () => {
  const error = new NewsdeskError('discord-article-unknown', { article: '**@everyone** [x](y)' });
  const { content } = render(failure(error, '0a1b2c3d', logged().log), DEFAULT_MESSAGES);
  expect(content).toContain('\\*\\*\\@everyone\\*\\* \\[x\\](y)');
});

test('work that is given up is no fault', () => {
  const { log, lines } = logged();
  failure(new DOMException('This operation was aborted', 'AbortError'), '0a1b2c3d', log);
  expect(lines).toMatchObject([{ level: 40 }]);
});
