const SHA256 = /^[0-9a-f]{64}$/;

/** The bytes of a hex SHA-256, which take half the room. */
export function hashBytes(hex: string): Buffer {
  if (!SHA256.test(hex)) throw new TypeError(`Expected a SHA-256 in hex, not "${hex}".`);
  return Buffer.from(hex, 'hex');
}
