import { FORMAT_NAMES } from '../../formats.js';
import { inThousands } from './numbers.js';
import type { Messages } from './messages.js';

/** French counts 0 as singular. */
const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

export const fr: Messages = {
  language: 'fr',
  commands: {
    ask: { name: 'demander', description: 'Poser une question sur les articles' },
    search: { name: 'chercher', description: 'Trouver des passages dans les articles' },
    articles: { name: 'articles', description: 'Les articles sur lesquels on peut m’interroger' },
    article: { name: 'article', description: 'Modifier les articles de ce serveur' },
    articleAdd: { name: 'ajouter', description: 'Ajouter un article par son lien ou en fichier' },
    articleRemove: { name: 'supprimer', description: 'Supprimer un article de ce serveur' },
    articleRefresh: { name: 'actualiser', description: 'Relire un article de ce serveur' },
    unanswered: {
      name: 'sans-réponse',
      description: 'Questions de ce serveur auxquelles les articles n’ont pas répondu',
    },
    help: { name: 'aide', description: 'Ce que Newsdesk sait faire' },
    addMessage: { name: 'Ajouter à Newsdesk' },
  },
  options: {
    question: { name: 'question', description: 'Ce que tu veux savoir' },
    query: { name: 'recherche', description: 'Ce qu’il faut chercher' },
    articleToAsk: { name: 'article', description: 'Chercher dans cet article seulement' },
    articleToChange: { name: 'article', description: 'Un des articles propres à ce serveur' },
    private: { name: 'privé', description: 'Ne montrer la réponse qu’à toi' },
    privateByDefault: {
      name: 'privé',
      description: 'Ne montrer la réponse qu’à toi, sauf si « False »',
    },
    url: { name: 'lien', description: 'Le lien d’une page, d’un PDF ou d’un flux' },
    file: {
      name: 'fichier',
      description: 'Texte, page, PDF, Word, ODT, EPUB, courriel, sous-titres ou tableau',
    },
    title: { name: 'titre', description: 'Un titre à la place de celui de l’article' },
  },
  buttons: {
    context: 'Plus de contexte',
    others: 'Autres passages',
    nearest: 'Passages les plus proches',
    askAll: 'Demander à tous les articles',
    previous: 'Précédent',
    next: 'Suivant',
  },
  sureness: { high: 'Très sûr', medium: 'Assez sûr', low: 'Pas tout à fait sûr' },
  place: {
    beginning: 'au début de l’article',
    early: 'dans le premier tiers de l’article',
    middle: 'au milieu de l’article',
    late: 'dans le dernier tiers de l’article',
    end: 'à la fin de l’article',
  },
  page: (page, pages) => `Page ${page} sur ${pages}`,
  articleCount: (n) => count(n, 'article', 'articles'),
  passageCount: (n) => count(n, 'passage', 'passages'),
  answer: {
    alike: 'Deux articles y répondent. Duquel s’agit-il ?',
    gist: 'De quoi il s’agit',
    about: (subject) => `à propos de ${subject}`,
  },
  unanswered: {
    title: 'Les articles n’en disent rien.',
    articleTitle: 'Cet article n’en dit rien.',
    lookedFor: (words) => `J’ai cherché ${words}.`,
    gap: (mentioned, missing) =>
      `Les articles mentionnent ${mentioned}, mais pas ${missing} à ce sujet.`,
    nearest: 'Les passages les plus proches, qui ne répondent peut-être pas à la question',
  },
  desk: {
    which: 'Quel article ?',
    newest: 'Les articles les plus récents',
    found: 'Articles',
    notKnown: 'Ce n’est pas indiqué.',
    noneNamed: 'Je n’en trouve pas.',
    kinds: {
      summary: 'Résumé',
      people: 'Personnes',
      places: 'Lieux',
      dates: 'Dates',
      numbers: 'Nombres',
      published: 'Publié',
      author: 'Auteur',
      source: 'Source',
    },
  },
  passages: {
    search: 'Passages pour',
    others: 'Autres passages pour',
    none: 'Rien dans les articles ne s’en approche.',
    noMore: 'Il n’y a pas d’autres passages.',
  },
  notes: {
    greeting:
      'Bonjour ! Pose-moi une question sur les articles, par exemple avec `/demander`. `/articles` montre ce que j’ai lu.',
    thanks: 'Avec plaisir !',
    goodbye: 'Au revoir ! Reviens quand tu veux.',
    ok: 'Entendu. Continue quand tu veux.',
    abilities:
      'Je réponds aux questions sur les articles, avec leurs propres mots, ou je dis qu’ils n’en disent rien. Je ne lis que l’anglais, alors pose tes questions en anglais : *who*, *what*, *when*, *where*. `/articles` montre ce que j’ai lu, `/aide` le reste.',
    self: 'Je suis Newsdesk. Je trouve la phrase d’un article qui répond à une question, et je la cite.',
    bot: 'Je suis un bot. Ce que je réponds est cité des articles, jamais inventé.',
    privacy:
      'Je garde les questions elles-mêmes, sans savoir qui les a posées, pour que le propriétaire voie auxquelles les articles ne répondent pas. Je me souviens d’une conversation pendant dix minutes, en mémoire seulement, et rien n’est envoyé ailleurs.',
    adding:
      'Qui a la permission *Gérer le serveur* ajoute un article avec `/article ajouter`, par son lien ou en fichier, ou avec *Applications → Ajouter à Newsdesk* sur un message.',
    foreign:
      'Je ne lis que les questions en anglais ; les articles sont en anglais. Pose ta question en anglais, s’il te plaît.',
    unclear:
      'Que veux-tu savoir ? Une question entière marche le mieux : qui, quoi, quand, où, pourquoi.',
    empty: 'Il n’y a pas encore d’articles, donc rien à demander.',
    emptyManager: 'Il n’y a pas encore d’articles. Ajoute le premier avec `/article ajouter`.',
  },
  articles: {
    title: 'Articles',
    none: 'Il n’y a pas encore d’articles.',
    own: 'de ce serveur',
    shared: 'pour tous les serveurs',
  },
  changes: {
    added: 'Ajouté',
    updated: 'Mis à jour',
    unchanged: 'Inchangé',
    removed: 'Supprimé',
    failed: 'Non ajouté',
    reread:
      'Il est venu en fichier, il n’y a donc rien à récupérer ; j’ai relu l’original enregistré. Pour le remplacer, ajoute le nouveau fichier sous le même nom.',
    more: (n) => `… et ${n} de plus`,
  },
  progress: {
    fetching: 'Lecture…',
    waiting: 'J’attends la fin d’une autre indexation…',
    embedding: (done, total) => `Traitement : ${done} sur ${total}…`,
    saving: 'Enregistrement…',
  },
  open: {
    title: 'Questions sans réponse',
    none: 'Jusqu’ici, chaque question a trouvé sa réponse.',
    asked: (times, last) => `posée ${times} fois, la dernière le ${last}`,
  },
  help: {
    title: 'Newsdesk',
    intro:
      'Je réponds aux questions sur des articles, avec les mots des articles, ou je dis qu’ils n’en disent rien.',
    ask: 'la phrase qui répond, dans son passage',
    search: 'les passages les plus proches de tes mots',
    articles: 'ce sur quoi on peut m’interroger',
    mention:
      'Ou mentionne-moi avec une question. Réponds à une de mes réponses en me mentionnant pour continuer sur le même article. En message privé, chaque message est une question.',
    buttons:
      '👍 et 👎 sous une réponse disent au propriétaire ce qui est bon ; appuyer encore l’annule.',
    manager:
      'Avec la permission « Gérer le serveur » : `/article ajouter`, `/article supprimer`, `/article actualiser`, `/sans-réponse`, et *Applications → Ajouter à Newsdesk* sur un message.',
    footer: (version, counted) => `Version ${version} · ${counted}`,
  },
  errors: {
    'article-not-found': () => 'Cet article n’existe plus.',
    'discord-adds-limit': ({ limit, minutes }) =>
      `Ce serveur peut ajouter ou actualiser ${limit} articles par heure. Réessaie dans ${minutes} min.`,
    'discord-answer-forgotten': () => 'Je ne connais plus cette réponse. Repose la question.',
    'discord-article-changed': ({ title }) =>
      `« ${title} » a changé depuis cette réponse. Repose la question.`,
    'discord-article-gone': () => 'L’article de cette réponse a été supprimé. Repose la question.',
    'discord-article-shared': ({ title }) =>
      `« ${title} » appartient à tous les serveurs ; seul le propriétaire du bot peut le modifier.`,
    'discord-article-unknown': ({ article }) =>
      `Il n’y a pas d’article « ${article} » ici. Choisis-en un dans la liste qui s’ouvre.`,
    'discord-articles-limit': ({ limit }) =>
      `Ce serveur peut avoir ${limit} articles à lui. Supprimes-en d’abord avec /article supprimer.`,
    'discord-button-unknown': () =>
      'Je ne connais pas ce bouton ; il vient peut-être d’une ancienne version. Refais la commande.',
    'discord-command-unknown': () =>
      'Je ne connais pas cette commande ; cette version ne l’a plus. `/aide` montre ce que je sais faire.',
    'discord-cooldown': ({ seconds }) => `Un instant : redemande dans ${seconds} s.`,
    'discord-manager-only': () =>
      'Seuls les membres ayant la permission « Gérer le serveur » peuvent le faire.',
    'discord-message-empty': () =>
      'Ce message n’a ni lien, ni fichier, ni texte qui puisse être un article.',
    'discord-question-length': ({ min, max }) => `Écris de ${min} à ${max} caractères.`,
    'discord-server-only': () => 'Cela ne marche que sur un serveur, pas en message privé.',
    'discord-size-limit': ({ limit }) =>
      `Les articles de ce serveur peuvent avoir ${limit} millions de caractères en tout. Supprimes-en d’abord avec /article supprimer.`,
    'discord-source-choice': () => 'Donne soit un lien, soit un fichier.',
    'feed-empty': () => 'Ce flux n’a pas d’entrées que je puisse lire.',
    'pdf-broken': () =>
      'Ce PDF est abîmé. Ouvre-le dans une visionneuse, enregistre-le à nouveau et réessaie.',
    'pdf-encrypted': () =>
      'Ce PDF est protégé par un mot de passe. Enregistre une copie sans mot de passe.',
    'pdf-no-text': () =>
      'Ce PDF ne contient que des images de texte. Passe-le d’abord à la reconnaissance de texte.',
    'questions-busy': () =>
      'Je réponds à beaucoup de questions en ce moment. Redemande dans un instant.',
    'source-binary': ({ type }) => `C’est ${type}, pas du texte. Je lis texte, ${FORMAT_NAMES}.`,
    'source-empty': () => 'Ce fichier est vide.',
    'json-lines-broken': ({ line }) =>
      `La ligne ${line} n’est pas un objet JSON. Mets chaque objet sur sa propre ligne.`,
    'page-no-article': () =>
      'Cette page ne montre pas d’article : elle demande d’abord quelque chose, ou dit qu’il n’y a rien.',
    'source-feed-list': () =>
      'C’est une liste de flux, et non un article. Ajoute les articles par leurs propres liens, ou demande à qui me gère d’ajouter les flux.',
    'source-no-text': () =>
      'Je n’y trouve pas de texte. Si des scripts composent la page, enregistre son texte en fichier.',
    'source-sitemap': () =>
      'C’est un plan de site, une liste de pages. Ajoute les pages par leurs propres liens.',
    'source-text-too-long': ({ characters, limit }) =>
      `Cela fait ${inThousands(characters)} milliers de caractères, et j’en prends ${inThousands(limit)} milliers à la fois. Partage-le, ou demande à qui me gère de l’ajouter.`,
    'source-too-complex': () =>
      'C’est trop grand ou trop complexe à lire. Enregistre son texte en fichier.',
    'source-too-large': ({ limit }) =>
      `C’est plus de ${limit} Mo. Partage-le, ou n’enregistre que le texte.`,
    'url-broken-off': () => 'La réponse de la page s’est interrompue. Réessaie plus tard.',
    'url-compression': () =>
      'La réponse de la page ne peut pas être décompressée. Télécharge-la et ajoute le fichier.',
    'url-content-type': ({ type }) =>
      `Ce lien donne ${type}, ce n’est pas un article. Je lis flux, texte, ${FORMAT_NAMES}.`,
    'url-credentials': () =>
      'Ce lien contient un nom d’utilisateur ou un mot de passe, que je n’envoie pas.',
    'url-host-not-allowed': () =>
      'Je ne prends des fichiers que chez Discord. Joins le fichier lui-même.',
    'url-invalid': () => 'Ce n’est pas un lien. Il doit ressembler à https://example.com/article.',
    'url-no-connection': () =>
      'Je n’arrive pas à joindre cette page. Vérifie le lien, ou réessaie plus tard.',
    'url-not-resolved': ({ host }) => `Le site ${host} n’existe pas. Vérifie l’orthographe.`,
    'url-private': () => 'Ce lien mène à une adresse qui n’est pas sur l’internet public.',
    'url-redirects': () => 'Ce lien redirige trop souvent. Prends l’adresse où il aboutit.',
    'url-refused': () => 'Ce serveur refuse la connexion. Vérifie le lien, ou réessaie plus tard.',
    'url-scheme': () => 'Je ne lis que les liens qui commencent par http:// ou https://.',
    'url-status': ({ status }) =>
      `Cette page répond par l’erreur ${status}. Vérifie le lien dans un navigateur.`,
    'url-timeout': ({ seconds }) => `Cette page a mis plus de ${seconds} s. Réessaie plus tard.`,
    'url-tls': () => 'Le certificat de ce site n’est pas digne de confiance.',
  },
  fault:
    'Quelque chose n’a pas marché de mon côté. Réessaie ; si cela dure, donne ce code au propriétaire du bot.',
  errorCode: (code, requestId) => `Code : ${code} · ${requestId}`,
};
