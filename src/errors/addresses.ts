import { FORMAT_NAMES } from '../formats.js';
import { kind, type Needs } from './kind.js';

/** What is fetched. */
export const ADDRESS_ERRORS = {
  'url-broken-off': kind(
    1,
    ({ url, reason }: Needs<'url' | 'reason'>) =>
      `The answer of ${url} broke off (${reason}). Try again later.`,
  ),
  'url-compression': kind(
    1,
    ({ url, reason }: Needs<'url' | 'reason'>) =>
      `The answer of ${url} can't be unpacked: ${reason}. Download the file yourself and index that.`,
  ),
  'url-content-type': kind(
    1,
    ({ url, type }: Needs<'url' | 'type'>) =>
      `${url} gives ${type}, which holds no article. Newsdesk reads feeds, text, ${FORMAT_NAMES}.`,
  ),
  'url-credentials': kind(
    1,
    ({ url }: Needs<'url'>) =>
      `${url} has a user name or password in it, which Newsdesk does not send. Download the page yourself and index the file.`,
  ),
  'url-host-not-allowed': kind(
    1,
    ({ host, allowed }: Needs<'host' | 'allowed'>) =>
      `Files are fetched only from ${allowed}, not from ${host}. Attach the file to a message instead.`,
  ),
  'url-invalid': kind(
    1,
    ({ url }: Needs<'url'>) =>
      `${url} is not an address. It has to look like https://example.com/article.`,
  ),
  'url-no-connection': kind(
    1,
    ({ url, reason }: Needs<'url' | 'reason'>) =>
      `No connection to ${url} (${reason}). Check the address and this machine's network.`,
  ),
  'url-not-resolved': kind(
    1,
    ({ host }: Needs<'host'>) =>
      `The name ${host} has no address. Check its spelling and this machine's network.`,
  ),
  'url-private': kind(
    1,
    ({ url }: Needs<'url'>) =>
      `${url} leads to an address that is not on the public internet. Set NEWSDESK_ALLOW_PRIVATE_URLS=true if that is meant.`,
  ),
  'url-redirects': kind(
    1,
    ({ url, limit }: Needs<'url' | 'limit'>) =>
      `${url} redirects more than ${limit} times. Open it in a browser and use the address that it ends at.`,
  ),
  'url-refused': kind(
    1,
    ({ url }: Needs<'url'>) =>
      `The server of ${url} refuses the connection. Check the address and its port, or try again later.`,
  ),
  'url-scheme': kind(
    1,
    ({ url, scheme }: Needs<'url' | 'scheme'>) =>
      `${url} begins with "${scheme}". Only http:// and https:// can be fetched; give a file by its path.`,
  ),
  'url-status': kind(
    1,
    ({ url, status, advice }: Needs<'url' | 'status' | 'advice'>) =>
      `${url} answers ${status}. ${advice}`,
  ),
  'url-timeout': kind(
    1,
    ({ url, seconds }: Needs<'url' | 'seconds'>) =>
      `${url} took longer than ${seconds} s. Try again later, or download it yourself and index the file.`,
  ),
  'url-tls': kind(
    1,
    ({ url, reason }: Needs<'url' | 'reason'>) =>
      `The certificate of ${url} can't be trusted (${reason}). Check the address; if it is right, tell the site's owner.`,
  ),
};
