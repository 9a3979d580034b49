import { DiscordAPIError, GatewayCloseCodes, RequestMethod } from 'discord.js';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { retrying } from '../../src/discord/retrying.js';
import { gatewayError, startupError } from '../../src/discord/startup-error.js';

const apiError = (status: number, code: number) =>
  new DiscordAPIError({ message: 'no', code }, code, status, RequestMethod.Get, 'https://x', {
    body: undefined,
    files: [],
  });
const place = { clientId: '123', guildId: '456' };

test.each([
  [401, 0, 'discord-token-invalid'],
  [403, 50001, 'discord-no-access'],
  [404, 10004, 'discord-no-access'],
])('%i with code %i at the start is %s', (status, code, expected) => {
  expect(startupError(apiError(status, code), place)).toMatchObject({ code: expected });
});

test.each([apiError(500, 0), apiError(429, 0), new Error('ECONNREFUSED')])(
  'what passes is no reason to end: %s',
  (error) => {
    expect(startupError(error, place)).toBeUndefined();
  },
);

test('no access says which server, and what to open', () => {
  expect(startupError(apiError(403, 50001), place)?.message).toMatch(
    /456.*https:\/\/discord\.com\/oauth2\/authorize\?client_id=123&permissions=84992&scope=bot\+applications\.commands/,
  );
});

test('the gateway’s last word is told', () => {
  const codeOf = (close: number) => gatewayError(close)?.code;
  expect(codeOf(GatewayCloseCodes.AuthenticationFailed)).toBe('discord-token-invalid');
  expect(codeOf(GatewayCloseCodes.DisallowedIntents)).toBe('discord-intents-missing');
  expect(codeOf(GatewayCloseCodes.ShardingRequired)).toBe('discord-sharding-required');
  expect(codeOf(GatewayCloseCodes.UnknownError)).toBeUndefined();
});

test('starting is tried again, but not for what no waiting mends, nor when it is to end', async () => {
  const log = pino({ level: 'silent' });
  const stop = new AbortController();
  let tries = 0;
  const work = () => {
    if (++tries < 2) throw new Error('ECONNREFUSED');
    return Promise.resolve('ready');
  };
  const isFinal = (error: unknown) => startupError(error, place);
  const options = { log, signal: stop.signal, isFinal };
  expect(await retrying(work, options)).toBe('ready');
  await expect(retrying(() => Promise.reject(apiError(401, 0)), options)).rejects.toMatchObject({
    code: 'discord-token-invalid',
  });
  const waiting = retrying(() => Promise.reject(new Error('ECONNREFUSED')), options);
  stop.abort();
  await expect(waiting).resolves.toBeUndefined();
});
