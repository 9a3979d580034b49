import { createServer, type AddressInfo } from 'node:net';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchBytes, type Fetched, type FetchOptions } from '../../src/articles/fetch.js';
import { pages, serve, type Handler } from './loopback.js';

const PRIVATE_ALLOWED: FetchOptions = { allowPrivateUrls: true, userAgent: 'Newsdesk/test' };
const PUBLIC_ONLY: FetchOptions = { ...PRIVATE_ALLOWED, allowPrivateUrls: false };

async function fetched(url: string, options: Partial<FetchOptions> = {}): Promise<Fetched> {
  const result = await fetchBytes(new URL(url), { ...PRIVATE_ALLOWED, ...options });
  if (result.notModified) throw new Error('not modified');
  return result;
}

const text = (result: Fetched) => Buffer.from(result.bytes).toString();

function redirecting(targets: Readonly<Record<string, string>>): Handler {
  return (request, response) => {
    const location = targets[request.url ?? ''];
    if (location === undefined) response.end('arrived');
    else response.writeHead(302, { location }).end('moved');
  };
}

describe('fetching', () => {
  it('gives bytes, type and where they came from, without the fragment', async () => {
    const origin = await serve(pages({ '/a?b=1': { type: 'text/plain', body: 'hello' } }));
    const result = await fetched(`${origin}/a?b=1#part`);
    expect(text(result)).toBe('hello');
    expect(result.contentType).toBe('text/plain');
    expect(result.finalUrl.href).toBe(`${origin}/a?b=1`);
  });

  it('sends the user agent that it is given, and says what it reads', async () => {
    const origin = await serve((request, response) =>
      response.end(JSON.stringify(request.headers)),
    );
    const headers = JSON.parse(text(await fetched(origin))) as Record<string, string>;
    expect(headers['user-agent']).toBe('Newsdesk/test');
    expect(headers['accept']).toContain('text/html');
    expect(headers).not.toHaveProperty('if-none-match');
  });

  it.each([
    ['gzip', gzipSync('packed')],
    ['br', brotliCompressSync('packed')],
    ['identity', Buffer.from('packed')],
  ])('unpacks %s', async (encoding, body) => {
    const origin = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect(text(await fetched(origin))).toBe('packed');
  });

  it('follows redirects, relative ones too', async () => {
    const origin = await serve(redirecting({ '/1': '/2', '/2': '3' }));
    const result = await fetched(`${origin}/1`);
    expect(text(result)).toBe('arrived');
    expect(result.finalUrl.href).toBe(`${origin}/3`);
  });

  it('learns from ETag and Last-Modified that a page is as it was', async () => {
    const origin = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'yesterday' }).end('page');
    });
    const { validators } = await fetched(origin);
    expect(validators).toEqual({ etag: '"v1"', lastModified: 'yesterday' });
    const again = await fetchBytes(new URL(origin), { ...PRIVATE_ALLOWED, validators });
    expect(again).toEqual({ notModified: true });
    expect(text(await fetched(origin, { validators: { etag: '"v0"' } }))).toBe('page');
  });
});

describe('what is not public', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1:8080/',
  ])('is not fetched: %s', async (url) => {
    await expect(fetchBytes(new URL(url), PUBLIC_ONLY)).rejects.toMatchObject({
      code: 'url-private',
    });
  });

  it('sees no request at all', async () => {
    let requests = 0;
    const origin = await serve((_request, response) => {
      requests++;
      response.end();
    });
    const byName = origin.replace('127.0.0.1', 'localhost');
    for (const url of [origin, byName]) {
      await expect(fetchBytes(new URL(url), PUBLIC_ONLY)).rejects.toMatchObject({
        code: 'url-private',
      });
    }
    expect(requests).toBe(0);
  });

  it('is not reached by a redirect from an allowed host either', async () => {
    let reached = false;
    const inside = await serve((_request, response) => {
      reached = true;
      response.end('secret');
    });
    const outside = await serve(redirecting({ '/': inside }));
    const options = { ...PUBLIC_ONLY, allowedHosts: [new URL(outside).host] };
    await expect(fetchBytes(new URL(outside), options)).rejects.toMatchObject({
      code: 'url-host-not-allowed',
    });
    expect(reached).toBe(false);
  });

  it('is fetched from a listed host, by host with port or by name', async () => {
    const origin = await serve(pages({ '/': 'attachment' }));
    for (const host of [new URL(origin).host, '127.0.0.1']) {
      const result = await fetched(origin, { allowPrivateUrls: false, allowedHosts: [host] });
      expect(text(result)).toBe('attachment');
    }
  });

  it('does not include hosts that are not listed, private or not', async () => {
    const options = { ...PRIVATE_ALLOWED, allowedHosts: ['cdn.example.com'] };
    await expect(fetchBytes(new URL('http://127.0.0.1/'), options)).rejects.toMatchObject({
      code: 'url-host-not-allowed',
    });
  });
});

describe('limits', () => {
  it('stop redirects that go round in a ring', async () => {
    const origin = await serve(redirecting({ '/1': '/2', '/2': '/1' }));
    await expect(fetched(`${origin}/1`)).rejects.toMatchObject({ code: 'url-redirects' });
  });

  it('stop a redirect to another scheme', async () => {
    const origin = await serve(redirecting({ '/': 'file:///etc/passwd' }));
    await expect(fetched(origin)).rejects.toMatchObject({ code: 'url-scheme' });
  });

  it('stop a server that drips', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    const started = Date.now();
    await expect(fetched(origin, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'url-timeout',
    });
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('stop a server that never answers', async () => {
    const origin = await serve(() => undefined);
    await expect(fetched(origin, { timeoutMs: 200 })).rejects.toMatchObject({
      code: 'url-timeout',
    });
  });

  it('stop a body that is declared too large before it is read', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '2000' });
      response.write('x');
    });
    await expect(fetched(origin, { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'source-too-large',
    });
  });

  it('stop a body that grows too large without saying so', async () => {
    const origin = await serve((_request, response) => {
      const more = setInterval(() => response.write('x'.repeat(500)), 5);
      response.on('close', () => {
        clearInterval(more);
      });
    });
    await expect(fetched(origin, { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'source-too-large',
    });
  });

  it('stop a compression bomb early', async () => {
    const bomb = gzipSync(Buffer.alloc(24_000_000));
    const origin = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(fetched(origin)).rejects.toMatchObject({ code: 'url-compression' });
  });
});

describe('a server that misbehaves', () => {
  it.each([
    ['breaks off', { 'content-length': '100' }, 'url-broken-off'],
    ['sends gzip that is none', { 'content-encoding': 'gzip' }, 'url-compression'],
    ['sends brotli that is none', { 'content-encoding': 'br' }, 'url-compression'],
    ['packs in an unknown way', { 'content-encoding': 'lzma' }, 'url-compression'],
    ['sends a picture', { 'content-type': 'image/png' }, 'url-content-type'],
  ])('and %s is told so', async (_what, headers, code) => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, headers);
      response.write('xyz xyz xyz');
      setTimeout(() => {
        if ('content-length' in headers) response.destroy();
        else response.end();
      }, 50);
    });
    await expect(fetched(origin)).rejects.toMatchObject({ code });
  });

  it('by cutting packed data short is told so', async () => {
    const origin = await serve((_request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync('some words that are long enough to be cut').subarray(0, 30)),
    );
    await expect(fetched(origin)).rejects.toMatchObject({ code: 'url-compression' });
  });

  it.each([401, 404, 410, 418, 429, 500, 503, 304])('with status %i is told so', async (status) => {
    const origin = await serve((_request, response) => response.writeHead(status).end());
    await expect(fetched(origin)).rejects.toMatchObject({
      code: 'url-status',
      message: expect.stringContaining(String(status)) as string,
    });
  });

  it('by not being there is told so', async () => {
    await expect(fetched('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'url-refused' });
    await expect(fetched('http://no-such-name.invalid/')).rejects.toMatchObject({
      code: 'url-not-resolved',
    });
  });

  it('by not speaking HTTP is told so', async () => {
    const server = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    await expect(fetched(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'url-broken-off',
    });
    server.close();
  });

  it('by speaking no TLS on https is told so', async () => {
    const origin = await serve(pages({ '/': 'plain' }));
    await expect(fetched(origin.replace('http:', 'https:'))).rejects.toMatchObject({
      code: expect.stringMatching(/^url-(?:tls|broken-off)$/) as string,
    });
  });
});

describe('addresses', () => {
  it('with a password are refused without repeating it', async () => {
    const error = await fetched('http://me:secret@example.com/').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'url-credentials' });
    expect(String(error)).not.toContain('secret');
  });

  it('that are not http or https are refused', async () => {
    for (const url of ['ftp://example.com/a', 'file:///etc/passwd', 'data:text/plain,hi']) {
      await expect(fetched(url)).rejects.toMatchObject({ code: 'url-scheme' });
    }
  });
});

it('stops with the reason of the signal that stopped it', async () => {
  const origin = await serve(() => undefined);
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort(new Error('enough'));
  }, 50);
  await expect(fetched(origin, { signal: controller.signal })).rejects.toThrow('enough');
});
