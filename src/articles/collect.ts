/** Gathers a stream's bytes; `check` sees the size after each chunk and throws if it is too much. */
export async function collectBytes(
  chunks: AsyncIterable<unknown>,
  check: (bytes: number) => void,
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    bytes += part.length;
    check(bytes);
    parts.push(part);
  }
  return Buffer.concat(parts, bytes);
}
