import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/articles/address.js';

describe('isPublicAddress', () => {
  it.each([
    '1.1.1.1',
    '93.184.215.14',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
    '2002:101:101::1',
  ])('lets %s through', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, another loopback address', '127.8.8.8'],
    ['this machine, unspecified', '0.0.0.0'],
    ['this machine in IPv6', '::1'],
    ['this machine, unspecified in IPv6', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.254'],
    ['a private network', '192.168.0.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['link-local, where clouds keep their metadata', '169.254.169.254'],
    ['link-local in IPv6', 'fe80::1'],
    ['site-local in IPv6', 'fec0::1'],
    ['unique local in IPv6', 'fd00::1'],
    ['multicast', '224.0.0.1'],
    ['multicast in IPv6', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation in IPv6', '2001:db8::1'],
    ['benchmarking', '198.18.0.1'],
    ['IPv6 that nobody was given', '4000::1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped in hex', '::ffff:7f00:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['IPv4-translated', '::ffff:0:7f00:1'],
    ['NAT64', '64:ff9b::10.0.0.1'],
    ['local NAT64', '64:ff9b:1::1.1.1.1'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo with a private server', '2001:0:a00:1::fefe:fefe'],
    ['Teredo with a private client', '2001:0:101:101::f5ff:fffe'],
    ['no address at all', 'localhost'],
  ])('keeps out %s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
