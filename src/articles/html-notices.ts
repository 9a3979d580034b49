import type { RootContent } from 'mdast';
import { wordsOf } from '../documents/html/phrasing.js';
import { isProse } from './html-menus.js';

/** What sites tell their readers of themselves: cookies, data, who pays them, whose the words are. */
const NOTICE = new RegExp(
  [
    '(?:we|our (?:\\w+ )?partners|(?:this|our) (?:site|website|page)) (?:also |may |and our (?:\\w+ )?partners )?(?:uses?|stores?|sets?|places?) [^.]{0,60}?(?:cookies|(?:on|from) your (?:device|browser))',
    '(?:we|our partners|and our (?:\\w+ )?partners|with our (?:\\w+ )?partners) [^.]{0,80}?(?:data|information|your device|cookies)',
    'data [^.]{0,60}?with our (?:\\w+ )?partners',
    '(?:earns?|receives?|gets?) (?:an? |some )?(?:small )?(?:affiliate )?(?:commissions?|compensation)',
    'affiliate[ -]links?|affiliate (?:partner|programm?e?)s?',
    '(?:withdraw|manage|change) your (?:consent|choices|privacy settings|cookie settings)',
    '(?:our|the|read our) (?:privacy|cookie) (?:policy|notice|statement|cent(?:re|er))',
    'all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden',
    '(?:verwenden|nutzen|setzen) (?:wir )?(?:\\w+ )?cookies|unsere[rn]? (?:datenschutzerklärung|werbepartner)|(?:erhalten|bekommen) wir (?:\\w+ ){0,4}provision',
    '(?:nous|ce site) utilis(?:ons|e) des cookies|notre politique de confidentialité',
    '(?:utilizamos|usamos|este sitio (?:usa|utiliza)) cookies|nuestra política de privacidad',
  ]
    .map((each) => `(?<!\\p{L})(?:${each})(?!\\p{L})`)
    .join('|'),
  'iu',
);
/** An article with one of these elsewhere in it is about such things. */
const SUBJECT =
  /(?<!\p{L})(?:cookies?|privacy|consent|affiliates?|commissions?|copyrights?|datenschutz|provision|données personnelles|privacidad)(?!\p{L})/iu;
/** Headings under which a site speaks of itself, if it says "we" below. */
const OWN_HEADING =
  /^(?:(?:your |our )?(?:privacy|cookies?|data|choices|consent|disclosures?|disclaimer)|legal|copyright|datenschutz|rechtliches|confidentialité|mentions légales|privacidad|aviso legal)\W{0,2}$/iu;
const SPEAKS =
  /(?<!\p{L})(?:we|our|us|wir|uns|unsere?|nous|notre|nos|nosotros|nuestr[ao]s?)(?!\p{L})/iu;
const LONGEST = 700;
/** An article has so many paragraphs above its notices, and so much less is said in these. */
const PARAGRAPHS = 2;
const MOST_SHARE = 0.35;

/**
 * Leaves out what a page says of itself at the end of an article: notices below the last paragraph
 * that is none, with their headings, if the article is not about such things.
 */
export function withoutNotices(nodes: readonly RootContent[]): readonly RootContent[] {
  const told = nodes.map((node, index) => isNotice(node, headingOver(nodes, index)));
  const last = nodes.findLastIndex((node, index) => told[index] !== true && !isHeading(node));
  const text = nodes.slice(0, last + 1);
  if (last === nodes.length - 1 || text.filter(isProse).length < PARAGRAPHS) return nodes;
  const words = wordsOf(text);
  const rest = nodes.slice(last + 1);
  const isShort = wordsOf(rest).length <= MOST_SHARE * words.length;
  return isShort && !SUBJECT.test(words) && rest.some((node) => !isHeading(node)) ? text : nodes;
}

function isNotice(node: RootContent, heading: string): boolean {
  if (node.type !== 'paragraph') return false;
  const words = wordsOf([node]);
  if (words.length > LONGEST) return false;
  return NOTICE.test(words) || (OWN_HEADING.test(heading) && SPEAKS.test(words));
}

/** The words of the heading right over a paragraph. */
function headingOver(nodes: readonly RootContent[], index: number): string {
  const before = nodes[index - 1];
  return before !== undefined && isHeading(before) ? wordsOf([before]) : '';
}

function isHeading({ type }: RootContent): boolean {
  return type === 'heading';
}
