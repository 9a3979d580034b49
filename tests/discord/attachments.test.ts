import { expect, test } from 'vitest';
import { attachmentFetcher } from '../../src/discord/attachments.js';

const signal = new AbortController().signal;
const file = (url: string, size = 10) => ({ name: 'a.txt', url, size });

test.each([
  'https://evil.example/attachments/1/2/a.txt',
  'https://cdn.discordapp.com.evil.example/a.txt',
  'http://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:9999/a.txt',
])('%s is not one of Discord’s hosts', async (url) => {
  for (const apiUrl of [undefined, 'http://127.0.0.1:1234/api']) {
    await expect(attachmentFetcher(apiUrl, '1')(file(url), signal)).rejects.toMatchObject({
      code: 'url-host-not-allowed',
    });
  }
});

test.each([
  ['a.pdf', 25_000_001, 25],
  ['a.html', 25_000_001, 25],
  ['a.txt', 500_001, 0.5],
  ['A.MD', 500_001, 0.5],
])('%s of %d bytes is too large to be even fetched', async (name, size, limit) => {
  const fetchFile = attachmentFetcher(undefined, '1');
  const large = { name, size, url: 'https://cdn.discordapp.com/attachments/1/2/a' };
  await expect(fetchFile(large, signal)).rejects.toMatchObject({
    code: 'source-too-large',
    details: { limit },
  });
});

test('what is no address is said to be none', async () => {
  await expect(attachmentFetcher(undefined, '1')(file('a.txt'), signal)).rejects.toMatchObject({
    code: 'url-invalid',
  });
});
