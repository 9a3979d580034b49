import { FORMAT_NAMES } from '../../formats.js';
import { inThousands } from './numbers.js';
import type { Messages } from './messages.js';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const de: Messages = {
  language: 'de',
  commands: {
    ask: { name: 'fragen', description: 'Eine Frage zu den Artikeln stellen' },
    search: { name: 'suchen', description: 'Stellen in den Artikeln finden' },
    articles: { name: 'artikelliste', description: 'Die Artikel, nach denen man fragen kann' },
    article: { name: 'artikel', description: 'Die Artikel dieses Servers ändern' },
    articleAdd: {
      name: 'hinzufügen',
      description: 'Einen Artikel über seinen Link oder als Datei hinzufügen',
    },
    articleRemove: { name: 'entfernen', description: 'Einen Artikel dieses Servers entfernen' },
    articleRefresh: {
      name: 'auffrischen',
      description: 'Einen Artikel dieses Servers neu einlesen',
    },
    unanswered: {
      name: 'unbeantwortet',
      description: 'Fragen dieses Servers, auf die die Artikel keine Antwort gaben',
    },
    help: { name: 'hilfe', description: 'Was Newsdesk kann' },
    addMessage: { name: 'Zu Newsdesk hinzufügen' },
  },
  options: {
    question: { name: 'frage', description: 'Was du wissen möchtest' },
    query: { name: 'suchwörter', description: 'Wonach gesucht wird' },
    articleToAsk: { name: 'artikel', description: 'Nur in diesem Artikel suchen' },
    articleToChange: { name: 'artikel', description: 'Einer der eigenen Artikel dieses Servers' },
    private: { name: 'privat', description: 'Die Antwort nur dir zeigen' },
    privateByDefault: { name: 'privat', description: 'Nur dir zeigen, außer bei „False“' },
    url: { name: 'link', description: 'Der Link einer Seite, eines PDFs oder eines Feeds' },
    file: {
      name: 'datei',
      description: 'Text, Seite, PDF, Word, ODT, EPUB, E-Mail, Untertitel oder Tabelle',
    },
    title: { name: 'titel', description: 'Ein Titel anstelle des eigenen' },
  },
  buttons: {
    context: 'Mehr Zusammenhang',
    others: 'Andere Stellen',
    nearest: 'Nächstliegende Stellen',
    askAll: 'Alle Artikel fragen',
    previous: 'Zurück',
    next: 'Weiter',
  },
  sureness: { high: 'Sehr sicher', medium: 'Ziemlich sicher', low: 'Nicht ganz sicher' },
  place: {
    beginning: 'am Anfang des Artikels',
    early: 'im ersten Drittel des Artikels',
    middle: 'in der Mitte des Artikels',
    late: 'im letzten Drittel des Artikels',
    end: 'am Ende des Artikels',
  },
  page: (page, pages) => `Seite ${page} von ${pages}`,
  articleCount: (n) => `${n} Artikel`,
  passageCount: (n) => count(n, 'Stelle', 'Stellen'),
  answer: {
    alike: 'Zwei Artikel beantworten das. Welcher ist gemeint?',
    gist: 'Worum es geht',
    about: (subject) => `zu ${subject}`,
  },
  unanswered: {
    title: 'Dazu sagen die Artikel nichts.',
    articleTitle: 'Dieser Artikel sagt dazu nichts.',
    lookedFor: (words) => `Gesucht habe ich nach ${words}.`,
    gap: (mentioned, missing) => `Die Artikel erwähnen ${mentioned}, aber nicht ${missing} dazu.`,
    nearest: 'Die nächstliegenden Stellen, die die Frage vielleicht nicht beantworten',
  },
  desk: {
    which: 'Welcher Artikel?',
    newest: 'Die neuesten Artikel',
    found: 'Artikel',
    notKnown: 'Das steht nicht dabei.',
    noneNamed: 'Ich finde keine darin.',
    kinds: {
      summary: 'Zusammenfassung',
      people: 'Personen',
      places: 'Orte',
      dates: 'Daten',
      numbers: 'Zahlen',
      published: 'Veröffentlicht',
      author: 'Geschrieben von',
      source: 'Quelle',
    },
  },
  passages: {
    search: 'Stellen zu',
    others: 'Andere Stellen zu',
    none: 'Nichts in den Artikeln kommt dem nahe.',
    noMore: 'Es gibt keine anderen Stellen.',
  },
  notes: {
    greeting:
      'Hallo! Frag mich etwas zu den Artikeln, zum Beispiel mit `/fragen`. `/artikelliste` zeigt, was ich gelesen habe.',
    thanks: 'Gern geschehen!',
    goodbye: 'Bis bald! Frag jederzeit wieder.',
    ok: 'Alles klar. Frag einfach weiter.',
    abilities:
      'Ich beantworte Fragen zu den Artikeln in deren eigenen Worten oder sage, dass sie nichts dazu sagen. Lesen kann ich nur Englisch, also frag bitte auf Englisch: *who*, *what*, *when*, *where*. `/artikelliste` zeigt, was ich gelesen habe, `/hilfe` den Rest.',
    self: 'Ich bin Newsdesk. Ich suche den Satz eines Artikels, der eine Frage beantwortet, und zitiere ihn.',
    bot: 'Ich bin ein Bot. Was ich antworte, ist aus den Artikeln zitiert und nie erfunden.',
    privacy:
      'Ich bewahre die Fragen selbst auf, aber nicht, wer sie gestellt hat, damit der Betreiber sieht, worauf die Artikel keine Antwort geben. Ein Gespräch merke ich mir zehn Minuten lang, nur im Arbeitsspeicher, und nichts geht an andere.',
    adding:
      'Wer die Berechtigung *Server verwalten* hat, fügt einen Artikel mit `/artikel hinzufügen` hinzu, als Link oder Datei, oder mit *Apps → Zu Newsdesk hinzufügen* an einer Nachricht.',
    foreign:
      'Ich kann nur englische Fragen lesen; die Artikel sind auf Englisch. Bitte frag auf Englisch.',
    unclear: 'Was möchtest du wissen? Am besten geht eine ganze Frage: wer, was, wann, wo, warum.',
    empty: 'Es gibt noch keine Artikel, also auch nichts zu fragen.',
    emptyManager: 'Es gibt noch keine Artikel. Füge den ersten mit `/artikel hinzufügen` hinzu.',
  },
  articles: {
    title: 'Artikel',
    none: 'Es gibt noch keine Artikel.',
    own: 'von diesem Server',
    shared: 'für alle Server',
  },
  changes: {
    added: 'Hinzugefügt',
    updated: 'Aktualisiert',
    unchanged: 'Unverändert',
    removed: 'Entfernt',
    failed: 'Nicht hinzugefügt',
    reread:
      'Er kam als Datei, es gibt also nichts abzurufen; ich habe das gespeicherte Original neu gelesen. Um ihn zu ersetzen, füge die neue Datei unter demselben Namen hinzu.',
    more: (n) => `… und ${n} weitere`,
  },
  progress: {
    fetching: 'Wird gelesen …',
    waiting: 'Ein anderer Indexlauf muss erst fertig werden …',
    embedding: (done, total) => `${done} von ${total} eingebettet …`,
    saving: 'Wird gespeichert …',
  },
  open: {
    title: 'Unbeantwortete Fragen',
    none: 'Bisher wurde jede Frage beantwortet.',
    asked: (times, last) => `${times}-mal gefragt, zuletzt am ${last}`,
  },
  help: {
    title: 'Newsdesk',
    intro:
      'Ich beantworte Fragen zu Artikeln mit den Worten der Artikel, oder sage, dass sie dazu nichts sagen.',
    ask: 'der Satz, der die Frage beantwortet, in seiner Stelle',
    search: 'die Stellen, die deinen Worten am nächsten kommen',
    articles: 'wonach gefragt werden kann',
    mention:
      'Oder erwähne mich mit einer Frage. Antworte mit einer Erwähnung auf eine meiner Antworten, um zum selben Artikel weiterzufragen. In einer Direktnachricht ist jede Nachricht eine Frage.',
    buttons:
      '👍 und 👎 unter einer Antwort sagen dem Betreiber, was gut ist; noch einmal drücken nimmt es zurück.',
    manager:
      'Mit der Berechtigung „Server verwalten“: `/artikel hinzufügen`, `/artikel entfernen`, `/artikel auffrischen`, `/unbeantwortet` und *Apps → Zu Newsdesk hinzufügen* an einer Nachricht.',
    footer: (version, counted) => `Version ${version} · ${counted}`,
  },
  errors: {
    'article-not-found': () => 'Diesen Artikel gibt es nicht mehr.',
    'discord-adds-limit': ({ limit, minutes }) =>
      `Dieser Server darf ${limit} Artikel je Stunde hinzufügen oder auffrischen. Versuch es in ${minutes} Min. wieder.`,
    'discord-answer-forgotten': () =>
      'Diese Antwort kenne ich nicht mehr. Bitte stell die Frage noch einmal.',
    'discord-article-changed': ({ title }) =>
      `„${title}“ hat sich seit dieser Antwort geändert. Bitte stell die Frage noch einmal.`,
    'discord-article-gone': () =>
      'Der Artikel zu dieser Antwort wurde entfernt. Bitte stell die Frage noch einmal.',
    'discord-article-shared': ({ title }) =>
      `„${title}“ gehört allen Servern; nur der Betreiber des Bots kann ihn ändern.`,
    'discord-article-unknown': ({ article }) =>
      `Hier gibt es keinen Artikel „${article}“. Wähle einen aus der Liste, die beim Tippen aufgeht.`,
    'discord-articles-limit': ({ limit }) =>
      `Dieser Server darf ${limit} eigene Artikel haben. Entferne zuerst welche mit /artikel entfernen.`,
    'discord-button-unknown': () =>
      'Diesen Knopf kenne ich nicht; vielleicht ist er von einer älteren Version. Bitte gib den Befehl noch einmal.',
    'discord-command-unknown': () =>
      'Diesen Befehl kenne ich nicht; diese Version von mir hat ihn nicht mehr. `/hilfe` zeigt, was ich kann.',
    'discord-cooldown': ({ seconds }) => `Einen Moment bitte: frag in ${seconds} s noch einmal.`,
    'discord-manager-only': () =>
      'Das dürfen nur Mitglieder mit der Berechtigung „Server verwalten“.',
    'discord-message-empty': () =>
      'Diese Nachricht hat keinen Link, keine Datei und keinen Text, die ein Artikel sein könnten.',
    'discord-question-length': ({ min, max }) => `Bitte schreib ${min} bis ${max} Zeichen.`,
    'discord-server-only': () => 'Das geht nur auf einem Server, nicht in Direktnachrichten.',
    'discord-size-limit': ({ limit }) =>
      `Die eigenen Artikel dieses Servers dürfen zusammen ${limit} Millionen Zeichen haben. Entferne zuerst welche mit /artikel entfernen.`,
    'discord-source-choice': () => 'Bitte gib entweder einen Link oder eine Datei an.',
    'feed-empty': () => 'Dieser Feed hat keine Einträge, die ich lesen kann.',
    'pdf-broken': () =>
      'Dieses PDF ist beschädigt. Öffne es in einem Betrachter, speichere es neu und versuch es wieder.',
    'pdf-encrypted': () =>
      'Dieses PDF ist mit einem Passwort gesperrt. Speichere eine Kopie ohne Passwort.',
    'pdf-no-text': () =>
      'Dieses PDF enthält nur Bilder von Text. Lass zuerst eine Texterkennung darüberlaufen.',
    'questions-busy': () =>
      'Ich beantworte gerade viele Fragen. Bitte frag in einem Moment noch einmal.',
    'source-binary': ({ type }) => `Das ist ${type}, kein Text. Ich lese Text, ${FORMAT_NAMES}.`,
    'source-empty': () => 'Diese Datei ist leer.',
    'json-lines-broken': ({ line }) =>
      `Zeile ${line} ist kein JSON-Objekt. Setze jedes Objekt in eine eigene Zeile.`,
    'page-no-article': () =>
      'Diese Seite zeigt keinen Artikel: Sie verlangt erst etwas, oder sie sagt, dass dort nichts ist.',
    'source-feed-list': () =>
      'Das ist eine Liste von Feeds und kein Artikel. Füge Artikel mit ihren eigenen Links hinzu, oder bitte den Betreiber, die Feeds aufzunehmen.',
    'source-no-text': () =>
      'Darin finde ich keinen Text. Wenn Skripte die Seite zusammensetzen, speichere ihren Text als Datei.',
    'source-sitemap': () =>
      'Das ist eine Sitemap, eine Liste von Seiten. Füge die Seiten mit ihren eigenen Links hinzu.',
    'source-text-too-long': ({ characters, limit }) =>
      `Das sind ${inThousands(characters)} Tausend Zeichen Text, und ich nehme ${inThousands(limit)} Tausend auf einmal. Teile es auf, oder bitte den Betreiber, es aufzunehmen.`,
    'source-too-complex': () =>
      'Das ist zum Lesen zu groß oder zu verschachtelt. Speichere seinen Text als Datei.',
    'source-too-large': ({ limit }) =>
      `Das ist größer als ${limit} MB. Teile es, oder speichere nur den Text.`,
    'url-broken-off': () => 'Die Antwort der Seite brach ab. Versuch es später wieder.',
    'url-compression': () =>
      'Die Antwort der Seite lässt sich nicht entpacken. Lade sie herunter und füge die Datei hinzu.',
    'url-content-type': ({ type }) =>
      `Dieser Link liefert ${type}, darin steht kein Artikel. Ich lese Feeds, Text, ${FORMAT_NAMES}.`,
    'url-credentials': () =>
      'In diesem Link stehen ein Benutzername oder ein Passwort; die schicke ich nicht mit.',
    'url-host-not-allowed': () =>
      'Dateien nehme ich nur von Discords eigenen Servern. Hänge die Datei selbst an.',
    'url-invalid': () => 'Das ist kein Link. Er muss aussehen wie https://example.com/artikel.',
    'url-no-connection': () =>
      'Ich bekomme keine Verbindung zu dieser Seite. Prüfe den Link, oder versuch es später wieder.',
    'url-not-resolved': ({ host }) => `Die Seite ${host} gibt es nicht. Prüfe die Schreibweise.`,
    'url-private': () =>
      'Dieser Link führt zu einer Adresse, die nicht im öffentlichen Internet liegt.',
    'url-redirects': () => 'Dieser Link leitet zu oft weiter. Nimm die Adresse, bei der er endet.',
    'url-refused': () =>
      'Dieser Server verweigert die Verbindung. Prüfe den Link, oder versuch es später wieder.',
    'url-scheme': () => 'Nur Links, die mit http:// oder https:// beginnen, kann ich lesen.',
    'url-status': ({ status }) =>
      `Diese Seite antwortet mit Fehler ${status}. Prüfe den Link in einem Browser.`,
    'url-timeout': ({ seconds }) =>
      `Diese Seite brauchte länger als ${seconds} s. Versuch es später wieder.`,
    'url-tls': () => 'Dem Zertifikat dieser Seite ist nicht zu trauen.',
  },
  fault:
    'Bei mir ist etwas schiefgegangen. Bitte versuch es noch einmal; wenn es so bleibt, nenne dem Betreiber des Bots diesen Code.',
  errorCode: (code, requestId) => `Code: ${code} · ${requestId}`,
};
