import { DiscordAPIError, RequestMethod } from 'discord.js';
import { expect, test } from 'vitest';
import { safeError } from '../../src/discord/safe-error.js';
import { NewsdeskError } from '../../src/errors.js';

const TOKEN = 'aW50ZXJhY3Rpb246MTIz.secret_token-of-an-interaction';

test('an error of Discord’s is logged without the request’s token and words', () => {
  const error = new DiscordAPIError(
    { message: 'Unknown interaction', code: 10062 },
    10062,
    404,
    RequestMethod.Patch,
    `https://discord.com/api/v10/webhooks/123/${TOKEN}/messages/@original`,
    { body: { content: 'What somebody asked' }, files: [] },
  );
  const logged = JSON.stringify(safeError(error));
  expect(logged).not.toContain('secret');
  expect(logged).not.toContain('somebody');
  expect(logged).toContain('10062');
});

test('neither does a message or a stack betray it, nor a cause', () => {
  const path = `/interactions/123/${TOKEN}/callback`;
  const error = new Error(`connect failed: POST ${path}`, { cause: new Error(`at ${path}`) });
  expect(JSON.stringify(safeError(error))).not.toContain('secret');
  expect(JSON.stringify(safeError(`thrown ${path}`))).not.toContain('secret');
});

test('what a person caused is its code', () => {
  expect(safeError(new NewsdeskError('url-invalid', { url: 'typed by somebody' }))).toEqual({
    type: 'NewsdeskError',
    code: 'url-invalid',
  });
});
