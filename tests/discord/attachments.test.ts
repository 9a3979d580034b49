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

test('a file that is too large is not even fetched', async () => {
  const fetchFile = attachmentFetcher(undefined, '1');
  const large = file('https://cdn.discordapp.com/attachments/1/2/a.txt', 25_000_001);
  await expect(fetchFile(large, signal)).rejects.toMatchObject({ code: 'source-too-large' });
});

test('what is no address is said to be none', async () => {
  await expect(attachmentFetcher(undefined, '1')(file('a.txt'), signal)).rejects.toMatchObject({
    code: 'url-invalid',
  });
});
