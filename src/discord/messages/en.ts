import { FORMAT_NAMES } from '../../formats.js';
import { inThousands } from './numbers.js';
import type { Messages } from './messages.js';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const en: Messages = {
  language: 'en',
  commands: {
    ask: { name: 'ask', description: 'Ask a question about the articles' },
    search: { name: 'search', description: 'Find passages in the articles' },
    articles: { name: 'articles', description: 'List the articles that can be asked about' },
    article: { name: 'article', description: "Change this server's articles" },
    articleAdd: { name: 'add', description: 'Add an article by its link or as a file' },
    articleRemove: { name: 'remove', description: 'Remove one of this server’s articles' },
    articleRefresh: { name: 'refresh', description: 'Read one of this server’s articles again' },
    unanswered: {
      name: 'unanswered',
      description: 'Questions of this server that the articles did not answer',
    },
    help: { name: 'help', description: 'What Newsdesk can do' },
    addMessage: { name: 'Add to Newsdesk' },
  },
  options: {
    question: { name: 'question', description: 'What you want to know' },
    query: { name: 'query', description: 'What to look for' },
    articleToAsk: { name: 'article', description: 'Look in this article only' },
    articleToChange: { name: 'article', description: 'One of this server’s own articles' },
    private: { name: 'private', description: 'Show the reply to you alone' },
    privateByDefault: {
      name: 'private',
      description: 'Show the reply to you alone, unless this is False',
    },
    url: { name: 'url', description: 'The link of a page, a PDF or a feed' },
    file: {
      name: 'file',
      description: 'Text, a page, PDF, Word, ODT, EPUB, e-mail, subtitles or a table',
    },
    title: { name: 'title', description: 'A title in place of the article’s own' },
  },
  buttons: {
    context: 'More context',
    others: 'Other passages',
    nearest: 'Nearest passages',
    askAll: 'Ask all articles',
    previous: 'Previous',
    next: 'Next',
  },
  sureness: { high: 'Very sure', medium: 'Fairly sure', low: 'Not quite sure' },
  place: {
    beginning: 'at the beginning of the article',
    early: 'in the first third of the article',
    middle: 'in the middle of the article',
    late: 'in the last third of the article',
    end: 'at the end of the article',
  },
  page: (page, pages) => `Page ${page} of ${pages}`,
  articleCount: (n) => count(n, 'article', 'articles'),
  passageCount: (n) => count(n, 'passage', 'passages'),
  answer: {
    alike: 'Two articles answer that. Which one do you mean?',
    gist: 'What it is about',
    about: (subject) => `about ${subject}`,
  },
  unanswered: {
    title: 'The articles don’t say.',
    articleTitle: 'That article doesn’t say.',
    lookedFor: (words) => `I looked for ${words}.`,
    gap: (mentioned, missing) => `The articles mention ${mentioned}, but not ${missing} with that.`,
    nearest: 'The nearest passages, which may not answer the question',
  },
  desk: {
    which: 'Which article?',
    newest: 'The newest articles',
    found: 'Articles',
    notKnown: 'It doesn’t say.',
    noneNamed: 'I find none in it.',
    kinds: {
      summary: 'Summary',
      people: 'People',
      places: 'Places',
      dates: 'Dates',
      numbers: 'Numbers',
      published: 'Published',
      author: 'Written by',
      source: 'From',
    },
  },
  passages: {
    search: 'Passages for',
    others: 'Other passages for',
    none: 'Nothing in the articles is near to that.',
    noMore: 'There are no other passages.',
  },
  notes: {
    greeting:
      'Hello! Ask me something about the articles, e.g. with `/ask`. `/articles` lists what I have read.',
    thanks: 'You’re welcome!',
    goodbye: 'Goodbye! Ask again whenever you like.',
    ok: 'All right. Ask me on whenever you like.',
    abilities:
      'I answer questions about the articles, in their own words, or say that they don’t say. Ask *who*, *what*, *when*, *where*, *how much*, and go on with “and on Sunday?”. `/articles` lists what I have read, `/help` has the rest.',
    self: 'I am Newsdesk. I find the sentence of an article that answers a question, and quote it.',
    bot: 'I am a bot. What I answer is quoted from the articles, never made up.',
    privacy:
      'I keep the questions themselves, without who asked them, so that the owner sees which ones the articles don’t answer. A conversation is remembered for ten minutes, in memory only, and nothing is sent to anybody else.',
    adding:
      'Whoever has the permission *Manage Server* adds an article with `/article add`, by its link or as a file, or with *Apps → Add to Newsdesk* on a message.',
    foreign:
      'I can read English questions only; the articles are in English. Please ask in English.',
    unclear:
      'What would you like to know? A whole question works best: who, what, when, where, why.',
    empty: 'There are no articles yet, so there is nothing to ask about.',
    emptyManager: 'There are no articles yet. Add the first one with `/article add`.',
  },
  articles: {
    title: 'Articles',
    none: 'There are no articles yet.',
    own: 'this server’s own',
    shared: 'shared by all servers',
  },
  changes: {
    added: 'Added',
    updated: 'Updated',
    unchanged: 'Unchanged',
    removed: 'Removed',
    failed: 'Not added',
    reread:
      'It came as a file, so there is nothing to fetch; I read the stored original again. To replace it, add the new file under the same name.',
    more: (n) => `… and ${n} more`,
  },
  progress: {
    fetching: 'Reading …',
    waiting: 'Waiting for another indexing run to end …',
    embedding: (done, total) => `Embedding ${done} of ${total} …`,
    saving: 'Saving …',
  },
  open: {
    title: 'Unanswered questions',
    none: 'Every question so far was answered.',
    asked: (times, last) => `asked ${count(times, 'time', 'times')}, last on ${last}`,
  },
  help: {
    title: 'Newsdesk',
    intro:
      'I answer questions about articles, in the articles’ own words, or say that they don’t say.',
    ask: 'the sentence that answers, inside its passage',
    search: 'the passages that are nearest to your words',
    articles: 'what can be asked about',
    mention:
      'Or mention me with a question. Reply to one of my answers with a mention to ask on about the same article. In a direct message every message is a question.',
    buttons: '👍 and 👎 under an answer tell the owner what is good; pressing again takes it back.',
    manager:
      'With the permission Manage Server: `/article add`, `/article remove`, `/article refresh`, `/unanswered`, and *Apps → Add to Newsdesk* on a message.',
    footer: (version, counted) => `Version ${version} · ${counted}`,
  },
  errors: {
    'article-not-found': () => 'That article is no longer there.',
    'discord-adds-limit': ({ limit, minutes }) =>
      `This server may add or refresh ${limit} articles an hour. Try again in ${minutes} min.`,
    'discord-answer-forgotten': () =>
      'I no longer know that answer. Please ask the question again.',
    'discord-article-changed': ({ title }) =>
      `“${title}” has changed since this answer. Please ask the question again.`,
    'discord-article-gone': () =>
      'The article of this answer has been removed. Please ask the question again.',
    'discord-article-shared': ({ title }) =>
      `“${title}” is shared by all servers; only the bot’s owner can change it.`,
    'discord-article-unknown': ({ article }) =>
      `There is no article “${article}” here. Choose one from the list that opens as you type.`,
    'discord-articles-limit': ({ limit }) =>
      `This server may have ${limit} articles of its own. Remove some with /article remove first.`,
    'discord-button-unknown': () =>
      'I don’t know that button; it may be from an older version. Please use the command again.',
    'discord-command-unknown': () =>
      'I don’t know that command; this version of me no longer has it. `/help` lists what I can do.',
    'discord-cooldown': ({ seconds }) => `One moment, please: ask again in ${seconds} s.`,
    'discord-manager-only': () => 'Only members with the permission Manage Server may do this.',
    'discord-message-empty': () =>
      'That message has no link, file or text that could be an article.',
    'discord-question-length': ({ min, max }) => `Please use ${min} to ${max} characters.`,
    'discord-server-only': () => 'This works in a server only, not in direct messages.',
    'discord-size-limit': ({ limit }) =>
      `This server’s own articles may have ${limit} million characters together. Remove some with /article remove first.`,
    'discord-source-choice': () => 'Please give either a link or a file.',
    'feed-empty': () => 'That feed has no entries that I can read.',
    'pdf-broken': () => 'That PDF is damaged. Open it in a viewer, save it again and try again.',
    'pdf-encrypted': () => 'That PDF is locked with a password. Save a copy without one.',
    'pdf-no-text': () =>
      'That PDF holds only pictures of text. Run text recognition over it first.',
    'questions-busy': () => 'I’m answering many questions just now. Please ask again in a moment.',
    'source-binary': ({ type }) => `That is ${type}, not text. I read text, ${FORMAT_NAMES}.`,
    'source-empty': () => 'That file is empty.',
    'json-lines-broken': ({ line }) =>
      `Line ${line} is no JSON object. Put each object on a line of its own.`,
    'page-no-article': () =>
      'That page shows no article: it asks for something first, or says that nothing is there.',
    'source-feed-list': () =>
      'That is a list of feeds, and no article. Add articles by their own links, or ask whoever runs me to index the feeds.',
    'source-no-text': () =>
      'I find no text in that. If the page is put together by scripts, save its text as a file.',
    'source-sitemap': () => 'That is a sitemap, a list of pages. Add the pages by their own links.',
    'source-text-too-long': ({ characters, limit }) =>
      `That has ${inThousands(characters)} thousand characters of text, and I take ${inThousands(limit)} thousand at once. Split it into parts, or ask whoever runs me to index it.`,
    'source-too-complex': () =>
      'That is too large or too intricate to read. Save its text as a file.',
    'source-too-large': ({ limit }) =>
      `That is larger than ${limit} MB. Split it, or save only its text.`,
    'url-broken-off': () => 'The page’s answer broke off. Try again later.',
    'url-compression': () => 'The page’s answer can’t be unpacked. Download it and add the file.',
    'url-content-type': ({ type }) =>
      `That link gives ${type}, which holds no article. I read feeds, text, ${FORMAT_NAMES}.`,
    'url-credentials': () => 'That link has a user name or password in it, which I don’t send.',
    'url-host-not-allowed': () =>
      'I take files only from Discord’s own file hosts. Attach the file itself.',
    'url-invalid': () => 'That is not a link. It has to look like https://example.com/article.',
    'url-no-connection': () => 'I can’t connect to that page. Check the link, or try again later.',
    'url-not-resolved': ({ host }) => `There is no site ${host}. Check the spelling.`,
    'url-private': () => 'That link leads to an address that is not on the public internet.',
    'url-redirects': () => 'That link redirects too often. Use the address that it ends at.',
    'url-refused': () => 'That server refuses the connection. Check the link, or try again later.',
    'url-scheme': () => 'Only links that begin with http:// or https:// can be read.',
    'url-status': ({ status }) =>
      `That page answers with error ${status}. Check the link in a browser.`,
    'url-timeout': ({ seconds }) => `That page took longer than ${seconds} s. Try again later.`,
    'url-tls': () => 'That site’s certificate can’t be trusted.',
  },
  fault:
    'Something went wrong on my side. Please try again; if it stays, tell the bot’s owner this code.',
  errorCode: (code, requestId) => `Code: ${code} · ${requestId}`,
};
