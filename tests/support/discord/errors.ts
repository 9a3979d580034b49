/** One fault in a request body, where Discord would name it. */
export interface FormProblem {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** An answer that Discord gives instead of doing what it was asked. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly problems: readonly FormProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** The JSON body in Discord's shape (reference: error messages). */
  body(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code, ...this.extra };
    if (this.problems.length > 0) body['errors'] = nest(this.problems);
    return body;
  }

  override toString(): string {
    const where = this.problems.map(
      ({ path, code, message }) => `${path.join('.')}: ${code} ${message}`,
    );
    return [`${this.status} (${this.code}) ${this.message}`, ...where].join('; ');
  }
}

function nest(problems: readonly FormProblem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) {
      const next = node[key];
      if (next !== undefined && !Array.isArray(next)) node = next;
      else node = node[key] = {};
    }
    const here = node['_errors'];
    if (Array.isArray(here)) here.push({ code, message });
    else node['_errors'] = [{ code, message }];
  }
  return root;
}

/** Codes and texts: topics/opcodes-and-status-codes, JSON error codes. */
export const invalidForm = (problems: readonly FormProblem[]) =>
  new ApiError(400, 50035, 'Invalid Form Body', problems);
export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const methodNotAllowed = () => new ApiError(405, 0, '405: Method Not Allowed');
export const invalidJson = () =>
  new ApiError(400, 50109, 'The request body contains invalid JSON.');
export const invalidVersion = () => new ApiError(400, 50041, 'Invalid API version provided');
export const invalidUserAgent = () => new ApiError(403, 40333, 'internal network error');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownUser = () => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new ApiError(404, 10063, 'Unknown application command');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const notAuthor = () =>
  new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const missingPermissions = () => new ApiError(403, 50013, 'Missing Permissions');
export const invalidWebhookToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const noHistoryForReply = () =>
  new ApiError(400, 160002, 'Cannot reply without permission to read message history');

export function rateLimited(
  retryAfterSeconds: number,
  scope: 'user' | 'global' | 'shared',
): ApiError {
  return new ApiError(
    429,
    0,
    'You are being rate limited.',
    [],
    {
      'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    { retry_after: retryAfterSeconds, global: scope === 'global' },
  );
}
