import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError, invalidUserAgent, invalidVersion, notFound, unauthorized } from '../errors.js';
import { wasInjected, type Faults } from '../faults.js';
import type { World } from '../world.js';
import { accountRoutes, type GatewayInfo } from './account.js';
import { readBody } from './body.js';
import { channelRoutes } from './channels.js';
import { commandRoutes } from './commands.js';
import { interactionRoutes } from './interactions.js';
import { createRateLimits } from './rate-limits.js';
import { createRouter, type Answer } from './router.js';

/** One request, for a test that looks at what was sent. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

interface Reply extends Answer {
  readonly headers?: Readonly<Record<string, string>>;
}

/** REST v10 and the attachments' host. */
export function createRestHandler(
  world: World,
  gateway: GatewayInfo,
  faults: Faults,
  requests: RequestRecord[],
): RequestListener {
  const route = createRouter([
    ...accountRoutes(gateway),
    ...commandRoutes,
    ...interactionRoutes,
    ...channelRoutes,
  ]);
  const limits = createRateLimits();

  async function api(request: IncomingMessage, url: URL, origin: string): Promise<Reply> {
    const at = world.now();
    const [, version, path] = /^\/api\/v(\d+)(\/.*)$/.exec(url.pathname) ?? [];
    if (path === undefined) throw notFound();
    if (version !== '10') throw invalidVersion();
    if (!/^DiscordBot \(/.test(request.headers['user-agent'] ?? '')) throw invalidUserAgent();
    const method = request.method ?? 'GET';
    const { json, files } = await readBody(request);
    const { route: found, params } = route(method, path);
    await faults.meet(method, decodeURIComponent(path));
    if (!found.open) {
      if (request.headers.authorization !== `Bot ${world.token}`) throw unauthorized();
      limits.takeGlobal();
    }
    const major = params.slice(0, 2).join('/');
    const headers = found.limit
      ? limits.take(`${method} ${found.template}`, major, found.limit)
      : {};
    const query = url.searchParams;
    const answer = await found.handle({ world, params, query, body: json, files, at, origin });
    return { ...answer, headers };
  }

  function attachment(url: URL): Reply & { readonly bytes: Uint8Array } {
    const file = world.files.get(url.pathname);
    if (!file) throw notFound();
    return { bytes: file.bytes, headers: { 'content-type': file.type } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = `http://${request.headers.host ?? 'localhost'}`;
    const url = new URL(request.url ?? '/', origin);
    const method = request.method ?? 'GET';
    let status = 200;
    try {
      if (url.pathname.startsWith('/attachments/')) {
        const { bytes, headers } = attachment(url);
        response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
      } else {
        const { status: given = 200, body, headers } = await api(request, url, origin);
        status = given;
        send(response, status, body, headers);
      }
    } catch (error) {
      const known =
        error instanceof ApiError ? error : new ApiError(500, 0, `loopback: ${String(error)}`);
      status = known.status;
      if (!wasInjected(known)) {
        const what = error instanceof ApiError ? String(known) : `loopback fault ${stack(error)}`;
        world.violations.push({ what, request: `${method} ${url.pathname}` });
      }
      send(response, status, known.body(), known.headers);
    }
    requests.push({ method, path: url.pathname, status });
  }

  return (request, response) => {
    void serve(request, response);
  };
}

function stack(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type = text === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers }).end(text);
}
