import { NewsdeskError } from '../errors.js';

const NOT_REACHED = new Set([
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const BROKEN_OFF = new Set([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
]);
const TLS = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO$)/;
const UNPACKING = /^(?:Z_|ERR__ERROR_|ERR_BROTLI)/;

/** Tells a person what a failed request means; what no site can cause is given back as it is. */
export function fetchError(error: unknown, url: URL): unknown {
  if (error instanceof NewsdeskError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const details = { url: url.href, reason: error.message || code };
  const options = { cause: error };
  if (code === 'ECONNREFUSED') return new NewsdeskError('url-refused', details, options);
  if (NOT_REACHED.has(code)) return new NewsdeskError('url-no-connection', details, options);
  if (TLS.test(code)) return new NewsdeskError('url-tls', details, options);
  if (BROKEN_OFF.has(code) || error.name === 'HTTPParserError') {
    return new NewsdeskError('url-broken-off', details, options);
  }
  if (UNPACKING.test(code)) return new NewsdeskError('url-compression', details, options);
  return error;
}

/** Tells an HTTP status as it is, with what a person can do about it. */
export function statusError(url: URL, status: number): NewsdeskError {
  return new NewsdeskError('url-status', { url: url.href, status, advice: advice(status) });
}

function advice(status: number): string {
  if (status === 404 || status === 410) return 'Check the address: the page is not there.';
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return 'The site does not give it to everyone: save the page from a browser and index the file.';
  }
  if (status === 429) return 'The site wants fewer requests: try again later.';
  if (status >= 500) return 'The site has a fault of its own: try again later.';
  return 'Open it in a browser to see what the site wants.';
}
