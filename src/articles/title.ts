import { oneLine } from '../text/clean.js';

const MAX_TITLE = 200;
/** Headlines are rarely longer; sentences often are. */
const MAX_HEADLINE = 120;
const MAX_OPENING = 60;

/** A title as it is stored: one line, of bearable length; undefined if nothing is left. */
export function tidyTitle(title: string | null | undefined): string | undefined {
  const line = oneLine(title ?? '');
  if (line === '') return undefined;
  return cut(line, MAX_TITLE);
}

/** A title for what has not even a name: how it begins. */
export function opening(text: string): string {
  const line = oneLine(text.trim().split('\n', 1)[0] ?? '');
  return cut(line, MAX_OPENING);
}

/** At most so many letters, cut between words. */
function cut(line: string, length: number): string {
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length - 1);
  return `${line.slice(0, space < 0 ? length : space)}…`;
}

/** Makes a title of a file's name: `putin-north-korea.txt` becomes "Putin North Korea". */
export function humaniseName(name: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/(?<=.)\.[a-z]\w{0,8}$/i, '');
  const [, date = '', rest = ''] = /^(\d{4}-\d\d-\d\d(?!\d))?(.*)$/s.exec(base) ?? [];
  const words = rest.split(/[\s\-_+.]+/).filter((word) => word !== '');
  const title = words.map((word) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
  return [date, ...title].filter((word) => word !== '').join(' ') || 'Untitled';
}

/** The name by which a URL's page goes if it has no title: its path's last part, or the host. */
export function urlName(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '');
  if (last === undefined) return url.hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** What stands above the headline of a press release. */
const NO_HEADLINE =
  /^(?:for (?:immediate )?release|(?:press|news|media) (?:release|statement)|embargo(?:ed|(?=:))|(?:presse|medien)(?:mitteilung|meldung|information|erklärung|meddelelse|melding)|pressmeddelande|(?:zur |mit der bitte um )?sofortigen? veröffentlichung|sperrfrist|communiqué(?: de presse)?|pour (?:diffusion|publication) immédiate|(?:comunicado|nota) de (?:prensa|imprensa)|para (?:publicación|divulgação) (?:inmediata|imediata)|comunicato stampa|persbericht|lehdistötiedote)(?:\W{0,3}|\W{1,3}(?:for immediate release|embargoed|until|bis|none|keine|no\b|nr\b|\d).{0,60}| (?:until|for|on|bis|jusqu.) .{0,60})$/i;

/** Whom to ask about a press release, which may stand above its headline as well. */
const CONTACT =
  /^(?:(?:media|press|news|presse|medien|pressen?)[- ]?)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|kontakte?|ansprechpartner(?:in)?|contatt[oi]|contactos?|rückfragen)(?: (?:presse|prensa|stampa|person|information|details|an))?\s?:\s?\S.{0,100}$/i;

/**
 * The headline of a plain text: a short first line with a blank line (or a rule) under it and more
 * text after that. A line that ends like a sentence or a salutation is none.
 */
export function headline(text: string): string | undefined {
  const first = text.trimStart();
  const line = bare(first.split('\n', 1)[0] ?? '');
  if (NO_HEADLINE.test(line) || CONTACT.test(line)) {
    // "Embargo: none" may stand right below.
    const end = /\n[ \t]*\n/.exec(first)?.index;
    return end === undefined ? undefined : headline(first.slice(end));
  }
  const [, whole = ''] =
    /^\s*(\S[^\n]*)\n(?:[ \t]*|[ \t]*[=\-~*_]{3,}[ \t]*)\n[\s\S]*\S/.exec(text) ?? [];
  const candidate = whole.trim();
  if (candidate.length > MAX_HEADLINE || /[.,:;…]["'”’)]*$/.test(candidate)) return undefined;
  return /\p{L}/u.test(candidate) ? candidate : undefined;
}

/** A line without the stars or rules that it stands between. */
function bare(line: string): string {
  return line.replace(/^[\s*#=_~–—-]+/, '').replace(/(?<![\s*#=_~–—-])[\s*#=_~–—-]+$/, '');
}
