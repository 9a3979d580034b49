import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** Addresses of this machine's interfaces, in one spelling each. */
export function ownAddresses(interfaces = networkInterfaces()): ReadonlySet<string> {
  const all = Object.values(interfaces).flatMap((each) => each ?? []);
  return new Set(all.map(({ address }) => oneSpelling(address)));
}

/**
 * Whether an address is this machine's own, be it a public one: what listens there may trust
 * whoever comes from here. A router's address, behind which this machine stands, is not seen.
 */
export function isOwnAddress(address: string, own = ownAddresses()): boolean {
  return own.has(oneSpelling(address));
}

/** An IPv4 address that IPv6 carries is that address; a zone names an interface. */
function oneSpelling(address: string): string {
  const [bare = ''] = address.split('%', 1);
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toNormalizedString() : bare;
}
