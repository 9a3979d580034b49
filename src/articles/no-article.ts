import { NewsdeskError } from '../errors.js';
import { oneLine } from '../text/clean.js';
import type { Extract } from './extract.js';

/** Pages that stand in for an article have little text; an article about them has more. */
const LITTLE = 1000;
const VERY_LITTLE = 400;

const CHALLENGE =
  /checking (?:if the site connection|your (?:browser|connection))|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies|complete the (?:captcha|security check)|are you a robot|(?:mak(?:e|ing) sure|confirm|prove|check(?:ing)?) (?:that )?you(?:['’]re| are) (?:not a (?:ro)?bot|a human)|enable js and disable any ad ?blocker|incapsula incident|ddos protection by|unusual traffic from your|performing security verification|nous vérifions (?:votre navigateur|que vous)|vérification de (?:la )?sécurité|(?:ihr|dein) browser wird (?:über|ge)prüft|sicherheitsprüfung|comprobando (?:su|tu) navegador|проверка браузера|\bray id: \w|\b(?:kein roboter|du er (?:et )?menneske|du är (?:en )?människa|(?:je|u) (?:geen robot|een mens) bent|(?:tu|lei) (?:sia|non sia) un (?:robot|essere umano)|non sei un robot|no eres un robot|eres humano|não é um robô|n[’']êtes pas un robot|êtes (?:bien )?(?:un )?(?:humain|être humain))\b|jesteś człowiekiem|вы не робот|ロボットではない|不是机器人|로봇이 아닙니다|\b(?:sjekker|kontrollerer|tjekker|kontrollerar) (?:nettleseren|browseren|din (?:browser|nettleser|webbläsare))\b/i;
const REFUSED =
  /^(?:(?:error )?403\b|access (?:to this page )?(?:has been |is )?denied|forbidden|zugriff verweigert|accès refusé|acceso denegado|доступ запрещ[её]н)/i;
const NOT_FOUND =
  /^(?:error )?404\b|\b404(?: error)?$|^(?:this |the )?page (?:was |is |could |can)?(?:not|n’t|n't) (?:be )?found|^page not found|^nothing (?:was )?found\W?$|^(?:this|the) (?:article|content|document|page|post|story) (?:has been|is|was) (?:deleted|no longer available|not available|removed)\b|\b(?:page|article|story|post|content) (?:that )?you(?:['’]re| are|['’]ve| have)? look(?:ing|ed)? for (?:may|might|could|has|is|isn|was|wasn|does|doesn|can|cannot|no longer)\b|\bseite (?:konnte )?(?:wurde )?(?:leider )?nicht gefunden|page (?:est )?introuvable|página no (?:se ha )?encontrad[ao]|pagina non trovata|страница не найдена|(?:can['’]?t|cannot|could ?n[o'’]t) find (?:the|that|this) page|^(?:sorry, )?(?:the|this) page (?:you requested|does ?n[o'’]t exist|no longer exists)|diese seite (?:existiert|gibt es) (?:leider )?nicht|cette page n['’]existe|esta página no existe|p[aá]gina (?:is )?niet gevonden|pagina die (?:je|u) zoekt bestaat niet|(?:sidan|siden) (?:(?:kunde|kunne|blev|ble|er) )?(?:inte|ikke) (?:hittas|hittades|fundet|funnet)|sidan (?:du söker )?(?:finns inte|hittades inte)|siden (?:findes|finnes|eksisterer) ikke|sivua ei (?:löyty|ole)|nie znaleziono strony|strona nie (?:istnieje|została znaleziona)|stránka (?:nebyla )?nenalezena|stránka neexistuje|sayfa bulunamadı|pagina nu (?:a fost găsită|există)|ページが見つかりません|页面不存在|找不到(?:该)?(?:页面|网页)|頁面不存在|페이지를 찾을 수 없습니다/i;
const LOGIN =
  /^(?:please )?(?:log|sign) ?in\b|\bmust be a (?:member|subscriber)\b|^subscribe to (?:continue|keep|read)\b|\balready a (?:member|subscriber)\?|\bto (?:continue|keep) reading,? (?:please )?(?:log in|register|sign in|subscribe)|^anmeldung erforderlich$|bitte melde dich an|(?:bereits|schon) abonnent(?:in)?\?|(?:must|need to|have to|please) (?:be logged|log|sign) ?in|^(?:anmelden|einloggen|login|connexion|iniciar sesión)$|bitte (?:melden sie sich|loggen sie sich|anmelden)|connectez-vous|(?:article|contenu) est réservé (?:à nos |aux )abonnés|(?:artikel|beitrag) ist (?:nur |exklusiv )?für abonnent|(?:artículo|contenido) (?:es )?(?:exclusivo|reservado|solo) para suscriptores|inicia sesión|\b(?:article|content|page|post|story) is (?:only )?(?:available |reserved )?(?:for|to) (?:our |paying )?(?:members|subscribers)\b|\b(?:sign|log) in or subscribe\b|\bsubscribe or (?:sign|log) in\b|^subscribers only\b|(?:alleen|enkel) voor abonnees|(?:endast|bara|kun|bare) (?:för|for|til) (?:prenumeranter|abonnenter)|(?:solo|riservato) (?:per gli|agli) abbonati|(?:tylko|wyłącznie) dla (?:prenumeratorów|subskrybentów)|vain tilaajille|logg?a? in(?:n)? (?:för|for) (?:att|å)|(?:log|meld je) (?:eerst )?(?:in|aan) om/i;
/** A line with one of each asks for a subscription before the rest is shown. */
const READS_ON =
  /weiterzulesen|weiterlesen|läsa vidare|lese videre|læse videre|lire la suite|verder te lezen|continuare a leggere|seguir leyendo|continuar (?:lendo|a ler)|(?:continue|keep) reading/i;
const SUBSCRIBES = /abonn|subscri|suscr[íi]b|inscri|regist|prenumer|assin/i;
const GATE = 200;

const COOKIES =
  /before you continue to|\bwe and our (?:\d{1,5} )?partners (?:process|store|use)\b|mit werbung (?:und cookies|weiterlesen)|we value your privacy|(?:ihre|deine) privatsphäre ist uns wichtig|votre vie privée (?:est importante|compte)|(?:su|tu) privacidad (?:nos importa|es importante)|(?:accept|allow) (?:all )?cookies to (?:continue|read|view)|^.{0,60}(?:wir (?:verwenden|nutzen) cookies|nous utilisons des cookies|utilizamos cookies|we (?:and our partners )?use cookies|usiamo i cookie)/i;
const FAILED =
  /^(?:error )?(?:429|451|5\d\d)\b.{0,20}(?:bad gateway|error|gateway time-?out|service|too many|unavailable)|^(?:bad gateway|database error|gateway time-?out|internal server error|service unavailable|too many requests)\b|\bwe(?:['’]ll| will) be (?:right )?back(?: (?:shortly|soon|online|in a (?:moment|minute|few \w+))|$)|\bsite (?:is )?(?:currently )?(?:(?:down|offline|closed) for |in |under )?(?:scheduled |planned |routine )?maintenance\b|\bperforming (?:scheduled |some )?maintenance\b|^wartungsarbeiten$/i;
const FOR_SALE =
  /\b(?:this|the) domain (?:name )?(?:is|may be) (?:for sale|parked)|\bbuy this domain\b|diese domain steht zum verkauf/i;
const REFRESHES = /http-equiv\s?=\s?["']?refresh\b/i;
/** As a page says that a script is about to open another. */
const REDIRECTED =
  /\b(?:you (?:are|will be|are being) redirected|if you are not redirected|redirecting you)\b|(?:sie werden|du wirst) (?:in kürze )?(?:automatisch )?weitergeleitet|vous (?:allez être|serez) redirigé/i;
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
  const named = [title, oneLine(/<title[^<>]*>([^<]{0,200})/i.exec(html)?.[1] ?? ''), first];
  const isNamed = (pattern: RegExp): boolean => named.some((line) => pattern.test(line));
  if (CHALLENGE.test(text) || CHALLENGE.test(title) || isNamed(/^just a moment\b/i)) {
    return 'a check for robots';
  }
  if (isNamed(NOT_FOUND)) return 'a notice that the page was not found';
  if (isNamed(REFUSED)) return 'a notice that the page may not be seen';
  if (text.length > VERY_LITTLE) return undefined;
  if (LOGIN.test(title) || LOGIN.test(text) || text.split('\n').some(isGate)) return 'a login';
  if (isNamed(FAILED)) return 'a notice that the server failed';
  if (FOR_SALE.test(text)) return 'a notice that the address is for sale';
  if (COOKIES.test(text)) return 'a question about cookies';
  return sendsElsewhere(html.slice(0, 20_000)) || REDIRECTED.test(text)
    ? 'a redirection'
    : undefined;
}

function isGate(line: string): boolean {
  return line.length <= GATE && READS_ON.test(line) && SUBSCRIBES.test(line);
}

/** Whether a `<meta http-equiv="refresh">` names another address. */
function sendsElsewhere(html: string): boolean {
  return html.split(/<meta\s/iu).some((rest, at) => {
    const tag = rest.slice(0, 500).split('>', 1)[0] ?? '';
    return at > 0 && REFRESHES.test(tag) && ELSEWHERE.test(tag);
  });
}
