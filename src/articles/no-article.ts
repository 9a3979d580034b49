import { NewsdeskError } from '../errors.js';
import type { Extract } from './extract.js';

/** Pages that stand in for an article have little text; an article about them has more. */
const LITTLE = 1000;
const VERY_LITTLE = 400;

const CHALLENGE =
  /checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies|complete the (?:captcha|security check)|are you a robot|ddos protection by|unusual traffic from your|performing security verification/i;
const NOT_FOUND =
  /^(?:error )?404\b|\b404(?: error)?$|^(?:this |the )?page (?:was |is |could |can)?(?:not|n’t|n't) (?:be )?found|^page not found|seite (?:wurde )?nicht gefunden|page (?:est )?introuvable|página no (?:se ha )?encontrad[ao]|pagina non trovata|страница не найдена/i;
const LOGIN =
  /^(?:please )?(?:log|sign) ?in\b|(?:must|need to|have to|please) (?:be logged|log|sign) ?in|^(?:anmelden|einloggen|login|connexion|iniciar sesión)$|bitte (?:melden sie sich|loggen sie sich|anmelden)|connectez-vous|inicia sesión/i;
const COOKIES =
  /before you continue to|we value your privacy|(?:accept|allow) (?:all )?cookies to (?:continue|read|view)/i;
const REFRESHES = /http-equiv\s?=\s?["']?refresh\b/i;
const ELSEWHERE = /url\s?=/i;

/**
 * Refuses a page that answers in an article's place: a check for robots, a login, a notice that
 * nothing is there, a redirection.
 * @throws NewsdeskError `page-no-article`
 */
export function checkIsArticle(html: string, { title = '', text }: Extract, source: string): void {
  const reason = standsFor(html, title, text);
  if (reason !== undefined) throw new NewsdeskError('page-no-article', { source, reason });
}

function standsFor(html: string, title: string, text: string): string | undefined {
  if (text.length > LITTLE) return undefined;
  const first = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  if (CHALLENGE.test(text) || /^just a moment\b/i.test(title)) return 'a check for robots';
  if (NOT_FOUND.test(title) || NOT_FOUND.test(first)) return 'a notice that the page was not found';
  if (text.length > VERY_LITTLE) return undefined;
  if (LOGIN.test(title) || LOGIN.test(text)) return 'a login';
  if (COOKIES.test(text)) return 'a question about cookies';
  return sendsElsewhere(html.slice(0, 20_000)) ? 'a redirection' : undefined;
}

/** Whether a `<meta http-equiv="refresh">` names another address. */
function sendsElsewhere(html: string): boolean {
  return html.split(/<meta\s/iu).some((rest, at) => {
    const tag = rest.slice(0, 500).split('>', 1)[0] ?? '';
    return at > 0 && REFRESHES.test(tag) && ELSEWHERE.test(tag);
  });
}
