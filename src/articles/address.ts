import ipaddr from 'ipaddr.js';

/** What every globally routed IPv6 address begins with (RFC 4291 and the IANA registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** The well-known NAT64 prefix (RFC 6052); its local sibling 64:ff9b:1::/48 stays refused. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address is on the public internet. IPv6 forms that carry an IPv4 address lead where
 * that one leads, so it is the one that counts.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const carried = carriedIPv4(parsed);
  if (carried.length > 0) return carried.every((ipv4) => ipv4.range() === 'unicast');
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST);
}

function carriedIPv4(address: ipaddr.IPv6): ipaddr.IPv4[] {
  const bytes = address.toByteArray();
  const at = (start: number, mask = 0) =>
    new ipaddr.IPv4(bytes.slice(start, start + 4).map((byte) => byte ^ mask));
  if (address.match(NAT64)) return [at(12)];
  switch (address.range()) {
    case '6to4': // RFC 3056
      return [at(2)];
    case 'teredo': // RFC 4380: the server, and the client with every bit turned round
      return [at(4), at(12, 0xff)];
    default:
      return [];
  }
}
