import { FORMAT_NAMES } from '../../formats.js';
import { inThousands } from './numbers.js';
import type { Messages } from './messages.js';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const es: Messages = {
  language: 'es',
  commands: {
    ask: { name: 'preguntar', description: 'Hacer una pregunta sobre los artículos' },
    search: { name: 'buscar', description: 'Encontrar pasajes en los artículos' },
    articles: { name: 'artículos', description: 'Los artículos sobre los que se puede preguntar' },
    article: { name: 'artículo', description: 'Cambiar los artículos de este servidor' },
    articleAdd: {
      name: 'añadir',
      description: 'Añadir un artículo por su enlace o como archivo',
    },
    articleRemove: { name: 'quitar', description: 'Quitar un artículo de este servidor' },
    articleRefresh: {
      name: 'actualizar',
      description: 'Leer de nuevo un artículo de este servidor',
    },
    unanswered: {
      name: 'sin-respuesta',
      description: 'Preguntas de este servidor que los artículos no respondieron',
    },
    help: { name: 'ayuda', description: 'Lo que Newsdesk sabe hacer' },
    addMessage: { name: 'Añadir a Newsdesk' },
  },
  options: {
    question: { name: 'pregunta', description: 'Lo que quieres saber' },
    query: { name: 'consulta', description: 'Lo que hay que buscar' },
    articleToAsk: { name: 'artículo', description: 'Buscar solo en este artículo' },
    articleToChange: { name: 'artículo', description: 'Uno de los artículos de este servidor' },
    private: { name: 'privado', description: 'Mostrar la respuesta solo a ti' },
    privateByDefault: {
      name: 'privado',
      description: 'Mostrar la respuesta solo a ti, salvo con «False»',
    },
    url: { name: 'enlace', description: 'El enlace de una página, un PDF o un canal RSS' },
    file: {
      name: 'archivo',
      description: 'Texto, página, PDF, Word, ODT, EPUB, correo, subtítulos o tabla',
    },
    title: { name: 'título', description: 'Un título en lugar del propio' },
  },
  buttons: {
    context: 'Más contexto',
    others: 'Otros pasajes',
    nearest: 'Pasajes más cercanos',
    askAll: 'Preguntar a todos los artículos',
    previous: 'Anterior',
    next: 'Siguiente',
  },
  sureness: { high: 'Muy seguro', medium: 'Bastante seguro', low: 'No del todo seguro' },
  place: {
    beginning: 'al principio del artículo',
    early: 'en el primer tercio del artículo',
    middle: 'a la mitad del artículo',
    late: 'en el último tercio del artículo',
    end: 'al final del artículo',
  },
  page: (page, pages) => `Página ${page} de ${pages}`,
  articleCount: (n) => count(n, 'artículo', 'artículos'),
  passageCount: (n) => count(n, 'pasaje', 'pasajes'),
  answer: {
    alike: 'Dos artículos responden a eso. ¿A cuál te refieres?',
    gist: 'De qué trata',
    about: (subject) => `sobre ${subject}`,
  },
  unanswered: {
    title: 'Los artículos no lo dicen.',
    articleTitle: 'Ese artículo no lo dice.',
    lookedFor: (words) => `He buscado ${words}.`,
    gap: (mentioned, missing) =>
      `Los artículos mencionan ${mentioned}, pero no ${missing} en relación con eso.`,
    nearest: 'Los pasajes más cercanos, que quizá no respondan a la pregunta',
  },
  desk: {
    which: '¿Qué artículo?',
    newest: 'Los artículos más recientes',
    found: 'Artículos',
    notKnown: 'No lo indica.',
    noneNamed: 'No encuentro ninguno.',
    kinds: {
      summary: 'Resumen',
      people: 'Personas',
      places: 'Lugares',
      dates: 'Fechas',
      numbers: 'Números',
      published: 'Publicado',
      author: 'Autor',
      source: 'Fuente',
    },
  },
  passages: {
    search: 'Pasajes para',
    others: 'Otros pasajes para',
    none: 'Nada en los artículos se le acerca.',
    noMore: 'No hay otros pasajes.',
  },
  notes: {
    greeting:
      '¡Hola! Pregúntame algo sobre los artículos, por ejemplo con `/preguntar`. `/artículos` muestra lo que he leído.',
    thanks: '¡De nada!',
    goodbye: '¡Hasta luego! Pregunta cuando quieras.',
    ok: 'Muy bien. Sigue preguntando cuando quieras.',
    abilities:
      'Respondo preguntas sobre los artículos con sus propias palabras, o digo que no lo dicen. Solo leo inglés, así que pregunta en inglés: *who*, *what*, *when*, *where*. `/artículos` muestra lo que he leído y `/ayuda`, el resto.',
    self: 'Soy Newsdesk. Encuentro la frase de un artículo que responde a una pregunta y la cito.',
    bot: 'Soy un bot. Lo que respondo está citado de los artículos, nunca inventado.',
    privacy:
      'Guardo las preguntas mismas, sin quién las hizo, para que el dueño vea cuáles no responden los artículos. Recuerdo una conversación durante diez minutos, solo en memoria, y nada se envía a nadie.',
    adding:
      'Quien tiene el permiso *Gestionar servidor* añade un artículo con `/artículo añadir`, por su enlace o como archivo, o con *Aplicaciones → Añadir a Newsdesk* en un mensaje.',
    foreign:
      'Solo sé leer preguntas en inglés; los artículos están en inglés. Pregunta en inglés, por favor.',
    unclear:
      '¿Qué quieres saber? Lo mejor es una pregunta entera: quién, qué, cuándo, dónde, por qué.',
    empty: 'Todavía no hay artículos, así que no hay nada que preguntar.',
    emptyManager: 'Todavía no hay artículos. Añade el primero con `/artículo añadir`.',
  },
  articles: {
    title: 'Artículos',
    none: 'Todavía no hay artículos.',
    own: 'de este servidor',
    shared: 'para todos los servidores',
  },
  changes: {
    added: 'Añadido',
    updated: 'Actualizado',
    unchanged: 'Sin cambios',
    removed: 'Quitado',
    failed: 'No añadido',
    reread:
      'Llegó como archivo, así que no hay nada que descargar; he leído de nuevo el original guardado. Para sustituirlo, añade el archivo nuevo con el mismo nombre.',
    more: (n) => `… y ${n} más`,
  },
  progress: {
    fetching: 'Leyendo…',
    waiting: 'Esperando a que termine otra indexación…',
    embedding: (done, total) => `Procesando ${done} de ${total}…`,
    saving: 'Guardando…',
  },
  open: {
    title: 'Preguntas sin respuesta',
    none: 'Hasta ahora todas las preguntas tuvieron respuesta.',
    asked: (times, last) => `preguntada ${count(times, 'vez', 'veces')}, la última el ${last}`,
  },
  help: {
    title: 'Newsdesk',
    intro:
      'Respondo a preguntas sobre artículos con las palabras de los artículos, o digo que no lo dicen.',
    ask: 'la frase que responde, dentro de su pasaje',
    search: 'los pasajes más cercanos a tus palabras',
    articles: 'sobre qué se puede preguntar',
    mention:
      'O mencióname con una pregunta. Responde a una de mis respuestas mencionándome para seguir con el mismo artículo. En un mensaje directo, cada mensaje es una pregunta.',
    buttons: '👍 y 👎 bajo una respuesta dicen al dueño qué es bueno; pulsar otra vez lo retira.',
    manager:
      'Con el permiso «Gestionar servidor»: `/artículo añadir`, `/artículo quitar`, `/artículo actualizar`, `/sin-respuesta`, y *Aplicaciones → Añadir a Newsdesk* en un mensaje.',
    footer: (version, counted) => `Versión ${version} · ${counted}`,
  },
  errors: {
    'article-not-found': () => 'Ese artículo ya no está.',
    'discord-adds-limit': ({ limit, minutes }) =>
      `Este servidor puede añadir o actualizar ${limit} artículos por hora. Inténtalo en ${minutes} min.`,
    'discord-answer-forgotten': () => 'Ya no conozco esa respuesta. Haz la pregunta de nuevo.',
    'discord-article-changed': ({ title }) =>
      `«${title}» ha cambiado desde esta respuesta. Haz la pregunta de nuevo.`,
    'discord-article-gone': () =>
      'El artículo de esta respuesta se ha quitado. Haz la pregunta de nuevo.',
    'discord-article-shared': ({ title }) =>
      `«${title}» es de todos los servidores; solo el dueño del bot puede cambiarlo.`,
    'discord-article-unknown': ({ article }) =>
      `Aquí no hay ningún artículo «${article}». Elige uno de la lista que se abre al escribir.`,
    'discord-articles-limit': ({ limit }) =>
      `Este servidor puede tener ${limit} artículos propios. Quita antes alguno con /artículo quitar.`,
    'discord-button-unknown': () =>
      'No conozco ese botón; quizá sea de una versión anterior. Usa el comando otra vez.',
    'discord-command-unknown': () =>
      'No conozco ese comando; esta versión ya no lo tiene. `/ayuda` muestra lo que sé hacer.',
    'discord-cooldown': ({ seconds }) => `Un momento: pregunta otra vez en ${seconds} s.`,
    'discord-manager-only': () =>
      'Solo los miembros con el permiso «Gestionar servidor» pueden hacerlo.',
    'discord-message-empty': () =>
      'Ese mensaje no tiene enlace, archivo ni texto que pueda ser un artículo.',
    'discord-question-length': ({ min, max }) => `Escribe de ${min} a ${max} caracteres.`,
    'discord-server-only': () => 'Esto solo funciona en un servidor, no en mensajes directos.',
    'discord-size-limit': ({ limit }) =>
      `Los artículos de este servidor pueden tener ${limit} millones de caracteres en total. Quita antes alguno con /artículo quitar.`,
    'discord-source-choice': () => 'Da un enlace o un archivo, uno de los dos.',
    'feed-empty': () => 'Ese canal no tiene entradas que yo pueda leer.',
    'pdf-broken': () => 'Ese PDF está dañado. Ábrelo, guárdalo de nuevo e inténtalo otra vez.',
    'pdf-encrypted': () => 'Ese PDF tiene contraseña. Guarda una copia sin ella.',
    'pdf-no-text': () =>
      'Ese PDF solo tiene imágenes de texto. Pásale antes un reconocimiento de texto.',
    'questions-busy': () =>
      'Ahora mismo estoy respondiendo a muchas preguntas. Pregunta otra vez en un momento.',
    'source-binary': ({ type }) => `Eso es ${type}, no texto. Leo texto, ${FORMAT_NAMES}.`,
    'source-empty': () => 'Ese archivo está vacío.',
    'json-lines-broken': ({ line }) =>
      `La línea ${line} no es un objeto JSON. Pon cada objeto en una línea propia.`,
    'page-no-article': () =>
      'Esa página no muestra ningún artículo: antes pide algo, o dice que allí no hay nada.',
    'source-feed-list': () =>
      'Eso es una lista de feeds y no un artículo. Añade los artículos con sus propios enlaces, o pide a quien me gestiona que añada los feeds.',
    'source-no-text': () =>
      'No encuentro texto en eso. Si la página se forma con scripts, guarda su texto en un archivo.',
    'source-sitemap': () =>
      'Eso es un mapa de sitio, una lista de páginas. Añade las páginas con sus propios enlaces.',
    'source-text-too-long': ({ characters, limit }) =>
      `Eso tiene ${inThousands(characters)} mil caracteres de texto y acepto ${inThousands(limit)} mil de una vez. Divídelo o pide a quien me gestiona que lo añada.`,
    'source-too-complex': () =>
      'Eso es demasiado grande o enrevesado para leerlo. Guarda su texto en un archivo.',
    'source-too-large': ({ limit }) => `Eso pasa de ${limit} MB. Divídelo o guarda solo el texto.`,
    'url-broken-off': () => 'La respuesta de la página se cortó. Inténtalo más tarde.',
    'url-compression': () =>
      'La respuesta de la página no se puede descomprimir. Descárgala y añade el archivo.',
    'url-content-type': ({ type }) =>
      `Ese enlace da ${type}, que no es un artículo. Leo canales RSS, texto, ${FORMAT_NAMES}.`,
    'url-credentials': () => 'Ese enlace lleva un usuario o una contraseña, que no envío.',
    'url-host-not-allowed': () =>
      'Solo tomo archivos de los servidores de Discord. Adjunta el archivo mismo.',
    'url-invalid': () => 'Eso no es un enlace. Tiene que parecerse a https://example.com/articulo.',
    'url-no-connection': () =>
      'No puedo conectar con esa página. Comprueba el enlace o inténtalo más tarde.',
    'url-not-resolved': ({ host }) => `El sitio ${host} no existe. Comprueba cómo se escribe.`,
    'url-private': () => 'Ese enlace lleva a una dirección que no está en la internet pública.',
    'url-redirects': () =>
      'Ese enlace redirige demasiadas veces. Usa la dirección en la que acaba.',
    'url-refused': () =>
      'Ese servidor rechaza la conexión. Comprueba el enlace o inténtalo más tarde.',
    'url-scheme': () => 'Solo leo enlaces que empiezan por http:// o https://.',
    'url-status': ({ status }) =>
      `Esa página responde con el error ${status}. Comprueba el enlace en un navegador.`,
    'url-timeout': ({ seconds }) => `Esa página tardó más de ${seconds} s. Inténtalo más tarde.`,
    'url-tls': () => 'El certificado de ese sitio no es de fiar.',
  },
  fault:
    'Algo ha fallado por mi parte. Inténtalo otra vez; si sigue, dale este código al dueño del bot.',
  errorCode: (code, requestId) => `Código: ${code} · ${requestId}`,
};
