import type { IncomingMessage } from 'node:http';
import { invalidJson } from '../errors.js';
import { isJson } from '../validate/form.js';

export interface RequestBody {
  readonly json: unknown;
  readonly files: readonly File[];
}

/** JSON, or multipart with `payload_json` and `files[n]` (reference: uploading files). */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) {
    return { json: parse(bytes.toString('utf8')), files: [] };
  }
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only a bot under test sends here
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].filter((value) => value instanceof File);
  const payload = form.get('payload_json');
  const json = typeof payload === 'string' ? parse(payload) : Object.fromEntries(form);
  return { json, files };
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isJson(value) || Array.isArray(value)) return value;
  } catch {
    throw invalidJson();
  }
  throw invalidJson();
}
