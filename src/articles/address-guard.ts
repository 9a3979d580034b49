import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { NewsdeskError } from '../errors.js';
import { isPublicAddress } from './address.js';
import { isOwnAddress } from './own-addresses.js';

export interface AddressRules {
  readonly allowPrivateUrls: boolean;
  /** Only these hosts (`name` or `name:port`), which may then have private addresses. */
  readonly allowedHosts?: readonly string[] | undefined;
}

/** Refuses a URL that may not be fetched, as far as that can be seen without resolving its name. */
export function checkUrl(url: URL, rules: AddressRules): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new NewsdeskError('url-scheme', { url: url.href, scheme: url.protocol });
  }
  if (url.username !== '' || url.password !== '') {
    throw new NewsdeskError('url-credentials', { url: withoutCredentials(url) });
  }
  if (rules.allowedHosts !== undefined && !isListed(url, rules.allowedHosts)) {
    throw new NewsdeskError('url-host-not-allowed', {
      host: url.host,
      allowed: rules.allowedHosts.join(', '),
    });
  }
  // Connecting to a literal address looks nothing up, so it is checked here.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !mayReach(url, literal, rules)) {
    throw new NewsdeskError('url-private', { url: url.href });
  }
}

/**
 * A lookup that gives addresses only when all of a name's are allowed. The connection goes to what
 * it gives, so a name cannot resolve to one address for the check and to another for the connection.
 */
export function guardedLookup(url: URL, rules: AddressRules): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = (addresses as typeof addresses | undefined) ?? [];
      if (error !== null || first === undefined) {
        const details = { host: hostname };
        callback(new NewsdeskError('url-not-resolved', details, { cause: error }), '');
      } else if (!addresses.every(({ address }) => mayReach(url, address, rules))) {
        callback(new NewsdeskError('url-private', { url: url.href }), '');
      } else if (options.all === true) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function mayReach(url: URL, address: string, rules: AddressRules): boolean {
  if (rules.allowPrivateUrls || isListed(url, rules.allowedHosts ?? [])) return true;
  return isPublicAddress(address) && !isOwnAddress(address);
}

function isListed(url: URL, hosts: readonly string[]): boolean {
  return hosts.includes(url.host) || hosts.includes(url.hostname);
}

function withoutCredentials(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  return copy.href;
}
