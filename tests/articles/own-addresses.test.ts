import type { NetworkInterfaceInfo } from 'node:os';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { checkUrl } from '../../src/articles/address-guard.js';
import { isOwnAddress, ownAddresses } from '../../src/articles/own-addresses.js';

const eth0 = ['203.0.113.7', '2001:db8::7', 'fe80::1%eth0'].map(
  (address) => ({ address }) as NetworkInterfaceInfo,
);
const own = ownAddresses({ eth0, none: undefined });

describe("this machine's own addresses", () => {
  it.each(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8:0:0::7', 'fe80::1'])(
    'are known in every spelling: %s',
    (address) => {
      expect(isOwnAddress(address, own)).toBe(true);
    },
  );

  it('are no other addresses', () => {
    expect(isOwnAddress('203.0.113.8', own)).toBe(false);
    expect(isOwnAddress('2001:db8::8', own)).toBe(false);
  });

  it('are refused in links, as its interfaces have them now', () => {
    for (const { address, family } of Object.values(networkInterfaces()).flatMap((a) => a ?? [])) {
      if (address.includes('%') || address.startsWith('fe80')) continue;
      const url = new URL(`http://${family === 'IPv6' ? `[${address}]` : address}/`);
      expect(() => {
        checkUrl(url, { allowPrivateUrls: false });
      }).toThrow(expect.objectContaining({ code: 'url-private' }));
    }
  });
});
