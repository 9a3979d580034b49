import { methodNotAllowed, notFound } from '../errors.js';
import type { World } from '../world.js';
import type { Limit } from './rate-limits.js';

export interface Call {
  readonly world: World;
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly File[];
  /** On the world's clock, when the request's head arrived. */
  readonly at: number;
  /** Base of this server, for addresses in answers. */
  readonly origin: string;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** `/channels/:id/messages` */
  readonly template: string;
  /** Interaction endpoints carry their own token and count towards no global limit. */
  readonly open?: boolean;
  readonly limit?: Limit;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

export interface Match {
  readonly route: Route;
  readonly params: readonly string[];
}

export type Router = (method: string, path: string) => Match;

export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.template.replaceAll(/:\w+/g, '([^/]+)')}$`),
  }));
  return (method, path) => {
    const fitting = compiled.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path);
      return found ? [{ route, params: found.slice(1).map(decodeURIComponent) }] : [];
    });
    const match = fitting.find(({ route }) => route.method === method);
    if (match) return match;
    throw fitting.length > 0 ? methodNotAllowed() : notFound();
  };
}

/** A parameter that the template has. */
export function param(call: Call, index: number): string {
  const value = call.params[index];
  if (value === undefined) throw notFound();
  return value;
}
