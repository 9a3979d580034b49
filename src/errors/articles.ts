import { FORMAT_NAMES } from '../formats.js';
import { kind, type Needs } from './kind.js';

/** Sources, and what is read from them. */
export const ARTICLE_ERRORS = {
  'article-not-found': kind(
    1,
    ({ id }: Needs<'id'>) => `There is no article ${id}. "newsdesk list" shows the ids.`,
  ),
  'feed-empty': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `The feed ${source} has no entries that can be read. Open it in a browser to see what it holds, or index its pages by their own addresses.`,
  ),
  'feed-not-one-article': kind(
    1,
    ({ name }: Needs<'name'>) =>
      `${name} is a feed of many articles, not an article. Index the feed's own address instead.`,
  ),
  'file-not-regular': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `${source} is not a regular file. Pipe what it gives into "newsdesk index -".`,
  ),
  'file-forbidden': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `${source} may not be read by this user. Change its permissions, e.g. with "chmod a+r".`,
  ),
  'file-not-found': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `There is no file or folder ${source}. Check the spelling; an address has to begin with http:// or https://.`,
  ),
  'file-is-folder': kind(
    1,
    ({ source }: Needs<'source'>) => `${source} is a folder. Name a file in it.`,
  ),
  'file-unreadable': kind(
    1,
    ({ source, reason }: Needs<'source' | 'reason'>) =>
      `${source} could not be read: ${reason}. Check the disk or network drive and try again.`,
  ),
  'file-unwritable': kind(
    1,
    ({ file, reason }: Needs<'file' | 'reason'>) =>
      `${file} could not be written: ${reason}. Name a file in a folder that exists and may be written.`,
  ),
  'folder-empty': kind(
    1,
    ({ source, endings }: Needs<'source' | 'endings'>) =>
      `The folder ${source} has no articles to read. Newsdesk takes ${endings}; hidden files are left out, and --include and --exclude may leave out more.`,
  ),
  'json-lines-broken': kind(
    1,
    ({ source, line }: Needs<'source' | 'line'>) =>
      `Line ${line} of ${source} is no JSON object. Put each object on a line of its own, or name the file .txt to read it as it is.`,
  ),
  'pdf-broken': kind(
    1,
    ({ source, reason }: Needs<'source' | 'reason'>) =>
      `The PDF ${source} is damaged (${reason}). Open it in a viewer and save it again, or download it once more.`,
  ),
  'pdf-encrypted': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `The PDF ${source} is locked with a password. Save a copy without one and index that.`,
  ),
  'pdf-no-text': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `The PDF ${source} has no text, only pictures of it. Run text recognition over it first, e.g. with ocrmypdf.`,
  ),
  'source-binary': kind(
    1,
    ({ source, type }: Needs<'source' | 'type'>) =>
      `${source} is ${type}, not text. Newsdesk reads text, ${FORMAT_NAMES}: save it as one of these.`,
  ),
  'source-elsewhere': kind(
    1,
    ({ source, machine }: Needs<'source' | 'machine'>) =>
      `${source} is a file of the machine ${machine}. Refresh it there.`,
  ),
  'source-empty': kind(
    1,
    ({ source }: Needs<'source'>) => `${source} is empty. Check that it was saved or sent whole.`,
  ),
  'page-no-article': kind(
    1,
    ({ source, reason }: Needs<'source' | 'reason'>) =>
      `${source} is no article but ${reason}. Open it in a browser, save the page and index the file; what was read before is kept.`,
  ),
  'source-fault': kind(
    1,
    ({ source, reason, request }: Needs<'source' | 'reason' | 'request'>) =>
      `${source} could not be read because of a fault in Newsdesk (${reason}). Leave it out and report it with the log of request ${request}.`,
  ),
  'source-no-text': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `${source} has no text that can be read. If a page is put together by scripts, save it from a browser or copy its text into a file.`,
  ),
  'source-too-complex': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `${source} takes too much time or memory to read. Copy the article's text into a file and index that.`,
  ),
  'sitemap-empty': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `The sitemap ${source} lists no pages of its own site. Open it in a browser to see what it holds.`,
  ),
  'source-feed-list': kind(
    1,
    ({ source, count, feeds }: Needs<'source' | 'count' | 'feeds'>) =>
      `${source} is a list of feeds (OPML), and no article: it names ${count}. Index the ones that you want by their addresses, such as ${feeds}.`,
  ),
  'source-sitemap': kind(
    1,
    ({ source }: Needs<'source'>) =>
      `${source} is a sitemap, a list of pages. Index its address with --sitemap to read the pages.`,
  ),
  'source-text-too-long': kind(
    1,
    ({ source, characters, limit }: Needs<'source' | 'characters' | 'limit'>) =>
      `${source} has ${characters} characters of text, and only ${limit} are taken at once. Split it into parts.`,
  ),
  'source-too-large': kind(
    1,
    ({ source, limit }: Needs<'source' | 'limit'>) =>
      `${source} is larger than ${limit} MB. Split it into parts, or save only its text.`,
  ),
  'stdin-missing': kind(
    1,
    () => `There is no standard input to read "-" from. Pipe text into the command.`,
  ),
};
