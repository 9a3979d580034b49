/** Labels of what leads to other articles, in the languages that most pages are in. */
const OTHERS = [
  'see also|also read|read (?:also|more|next|this)|more (?:on|from|about)|related (?:articles?|stories|story|news|topics?|links?|posts?|pages?|content|coverage|reading|videos?|from|to this)|related(?= *(?:[:：]|$))|watch|don.t miss|recommended (?:articles?|stories|posts?|reading|links|videos?|for|by|from)|recommended(?= *(?:[:：]|$))|you (?:may|might) (?:also )?(?:like|enjoy)|other interesting',
  'lea|vea|mira|lee|ver|leer|conozca|le puede interesar|te puede interesar|también te puede|te recomendamos',
  '(?:lea|vea|mira|lee|leer|ver|conozca) (?:también|tambien|más|mas|además|aquí)',
  'lesen sie (?:auch|dazu|hier|mehr)|lies auch|auch interessant|das könnte (?:sie|dich|euch)|mehr (?:zum thema|themen|dazu)|siehe auch|weitere (?:artikel|beiträge|themen|informationen|infos|meldungen|nachrichten|links)|weiterführende|zum weiterlesen|passend dazu|neueste (?:artikel|beiträge)|ähnliche (?:artikel|beiträge)|entdecken sie',
  '(?:leia|veja|saiba|assista) (?:também|mais)|(?:à )?(?:lire|voir) (?:aussi|également)|sur le même (?:sujet|thème)|(?:leggi|guarda) anche|lees (?:ook|meer)|läs (?:också|mer|även)|les også|læs også|(?:zobacz|czytaj|przeczytaj) (?:również|też|także)|lue myös|читайте также|смотрите также|相关阅读|関連記事',
].join('|');
const LABELLED = new RegExp(`^[\\s*>»→▶–-]*(?:${OTHERS})(?!\\p{L})[^.?!]{0,80}?(?::|$)`, 'iu');
const HEADED = new RegExp(`^(?:${OTHERS})(?!\\p{L})`, 'iu');

/** Whether a line names other articles, as "See also: Summit ends" does. */
export function namesOthers(line: string): boolean {
  return line.length <= 250 && LABELLED.test(line.slice(0, 200));
}

/** Whether a heading stands over other articles. */
export function headsOthers(heading: string): boolean {
  return heading.length <= 80 && HEADED.test(heading);
}

const CREDIT =
  /^(?:\(?(?:fotos?|photos?|bild(?:er|quelle|rechte)?|photo credit|credits?|crédits?(?: photos?)?|quellen?|image(?: credit| copyright)?|abbildung|grafik|fotografía|imagen|titelbild)\b[^.!?\p{Ll}]{0,3}[:©/]|©|photographs? by [^.!?]{3,60}$|image (?:copyright|source)\b|image caption[,:]|getty images\b|(?:photo|photograph|picture|foto|illustration)(?:graph)?s?(?:: | by )[^.!?]{3,60}(?:\/[\w ]{2,30}$| on (?:unsplash|flickr|pexels|pixabay)\b))/iu;
const INVITATION = new RegExp(
  [
    "^(?:\\d{1,5} (?:comments?|kommentare?|commentaires?|comentarios?)|(?:jetzt |unseren )?newsletter (?:abonnieren|bestellen)|jetzt abonnieren|s[’']abonner|suscribirse|partager(?: cet article)?|compartir(?: este artículo)?|share(?: this)?|tweet|print|advertisement|anzeige|werbung|sponsored|most read|sign up|subscribe|follow us|comments?|kommentare?|skip to|(?:advertiser|affiliate|advertising) disclosure|(?:table of )?contents|back to top|nach oben|zurück|keine kommentare|no comments|leave a (?:comment|reply)|media playback is (?:un|not )supported|video can ?not be played|(?:story|article) continues (?:below|after) (?:this |the )?ad(?:vertisement)?|report this ad|scroll to continue|listen to (?:this|the) article|\\d{1,5} (?:votes?|shares?|likes?)|\\d{1,2} min(?:ute)?s? read|click to share on|get (?:the|our) latest .{1,40} (?:inbox|newsletter)|(?:please )?log in to|download (?:our|the) app|getaggt mit|tagged(?: with)?|permali[ne][kn]|lade weitere|inhaltsverzeichnis|inhalt$|loading comments|this video can ?not be played)(?!\\p{L})",
    '^\\d{1,5} (?:reacties|kommentarer|kommenttia|komentarz[ey]|komentář[eů]|commenti|comentários)(?!\\p{L})',
    '^(?:(?:inhoudsopgave|innehåll|innhold|indhold|sisällys|spis treści|obsah|indice|sumário|tabla de contenidos?|table des matières|reclame|annons|annonse|pubblicità|mainos|reklama|terug naar boven|tillbaka till toppen)\\W*$)',
    '^(?:dit artikel delen|deel dit (?:artikel|bericht)|dela artikeln|del (?:artiklen|artikkelen)|jaa (?:artikkeli|somessa)|condividi questo articolo|compartilhe (?:este|esta)|abonneer je op|schrijf je in voor|prenumerera på|meld deg på|tilmeld dig|tilaa uutiskirje|iscriviti alla)(?!\\p{L})',
    '^(?:follow|find|join|like) .{1,60} on (?:twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|x)(?!\\p{L})',
    '^(?:published|posted|updated|last updated|aktualisiert(?: am)?|veröffentlicht|ultima modifica|release date)\\s*[:|]',
    '^(?:(?:published|updated|modified) on|last (?:updated|modified)) [^.!?]{0,30}\\d{4}',
    '^(?:auf (?:facebook|twitter|x|whatsapp|linkedin|xing) )?teilen(?: (?:auf|via|mit|per) [^.!?]{1,30})?$',
    '^(?:partager|compartir|condividi|compartilhar|share) (?:sur|en|su|no|on|via|par) (?:facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail)(?!\\p{L})',
  ].join('|'),
  'iu',
);
/** What stands in the place of a film, or of the whole page, if a browser lacks something. */
const FALLBACK =
  /^to (?:play|view|watch) this (?:video|content)\b|^(?:your|this|(?:ihr|dein) )\s?browser (?:does not|doesn['’]t|cannot|can['’]t|unterstützt|kann)\b|^(?:votre navigateur ne|(?:su|tu) navegador no)\b|^(?:please )?(?:enable|activate|turn on) javascript\b|^javascript (?:is|must be|has to be) (?:disabled|enabled|required|turned)\b/i;
const PROMOTION =
  /\b(?:subscribe (?:now|today|to our)|(?:our|unseren?|nuestro|notre|onze|vår|vores|nostra|nossa) (?:newsletter|nieuwsbrief|nyhetsbrev|nyhedsbrev)|follow us on|síguenos en|suscríbete|hazte miembro|folgen sie uns|download (?:our|the) .{0,30}apps?|apps? for ios and android|canal de (?:telegram|youtube|whatsapp)|suivez-nous)\b/i;
const MAX_INVITATION = 100;
const MAX_PROMOTION = 220;

/** Whether a paragraph credits a picture or invites to something, and says nothing of the article. */
export function isAside(text: string): boolean {
  if (text.length > MAX_PROMOTION) return false;
  if (PROMOTION.test(text) || FALLBACK.test(text)) return true;
  if (text.length > MAX_INVITATION) return false;
  // "Comments by the minister were met with anger." is a sentence.
  const isSentence = !/^[^.!?]{0,40}[:|]/.test(text) && /[.!?]["'”’)]*$/.test(text);
  return CREDIT.test(text) || (INVITATION.test(text) && !isSentence);
}

/** What an article is filed under, who worked on it, and where it is found again. */
const LABEL =
  /^(?:tags?|tagged(?: (?:in|with|as))?|filed (?:under|in)|posted in|categor(?:y|ies)|keywords?|topics?|hashtags?|labels?|schlag(?:wörter|worte)|stichwörter|schlüsselwörter|themen|kategorien?|mots[- ]clés|catégories?|thèmes?|étiquettes?|etiquetas|palabras clave|temas|categorías?|palavras-chave|tópicos|parole chiave|categorie|trefwoorden|emneord|avainsanat|теги|метки|标签|タグ|text|texte?|texto|reporting by|editing by|translated by|permalink|short ?(?:link|url)|via)\s?(?:[:：|]|(?<=under|in|with|as|by)\s)/iu;
const MAX_LABEL_LINE = 160;

/** Whether a line below an article says what it is filed under, or who made it, by its label. */
export function isLabelLine(line: string): boolean {
  return line.length <= MAX_LABEL_LINE && LABEL.test(line) && !/[.!?]["'”’)]*$/u.test(line);
}

/** Buttons for sharing and the like, as items of a list: "Print", "Save", "Pinterest". */
const ACTIONS = [
  'share (?:on|via|by) [\\w-]{1,12}|share|print|save|e-?mail|mail|tweet|pin(?: it)?|bookmark|copy link|link|like|comment|reply|report|(?:download )?pdf',
  'pinterest|facebook|twitter|x|whatsapp|linkedin|xing|telegram|reddit|instagram|youtube|rss|flipboard|pocket|threads|bluesky|mastodon|messenger|tumblr|signal|viber|weibo|vk|sms',
  'drucken|teilen|merken|senden|speichern|kommentieren|imprimer|partager|envoyer|enregistrer|compartir|imprimir|guardar|enviar|condividi|stampa|compartilhar|delen|afdrukken|dela|skriv ut',
].join('|');
const ACTION = new RegExp(`^(?:${ACTIONS}|\\d{1,6})$`, 'i');

export function isAction(item: string): boolean {
  return ACTION.test(item.trim());
}

const SHARE =
  /^(?:(?:please )?share(?: this)?(?: (?:article|page|post|story))?|(?:artikel |beitrag )?teilen|partager|compartir|condividi|compartilhar|delen)(?: on| auf| sur| en| su| via)?\s?[:：]\s?/i;
const LONGEST_ACTIONS = 140;
/** Signs that readers vote with, and how many have. */
const VOTES = /^(?:[👍👎❤♥🔥💬👁▲▼⬆⬇↑↓⭐]\ufe0f?\s?\(?[\d.,kK]{0,8}\)?\s?){1,6}$/u;

/** Whether a line is nothing but such buttons in a row, "Print - Save - Pinterest", or votes. */
export function isActionLine(line: string): boolean {
  if (line.length > LONGEST_ACTIONS) return false;
  if (VOTES.test(line)) return true;
  const rest = line.replace(/^[\s\-–|·•]+/, '').replace(SHARE, '');
  const parts = rest.split(/\s?[|·•/,]\s?|\s[-–]\s/).filter((part) => part !== '');
  const words = parts.length > 1 ? parts : rest.split(/\s+/);
  return words.length > 1 && words.every(isAction) && /\p{L}/u.test(line);
}
