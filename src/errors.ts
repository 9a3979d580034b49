/** Exit codes of the command line: 1 something failed and the rest was kept, 2 wrong usage. */
export type ExitCode = 1 | 2;

interface ErrorKind {
  readonly exitCode: ExitCode;
  readonly message: (details: ErrorDetails) => string;
}

export type ErrorDetails = Readonly<Record<string, string | number>>;

function kind(exitCode: ExitCode, message: (details: ErrorDetails) => string): ErrorKind {
  return { exitCode, message };
}

/** Every message that a person can meet, by code. Each says what is wrong and what to do next. */
const KINDS = {
  'article-not-found': kind(
    1,
    ({ id }) => `There is no article ${id}. "newsdesk list" shows the ids.`,
  ),

  'evaluation-file-unreadable': kind(
    1,
    ({ file, reason }) =>
      `${file} can't be evaluated: ${reason}. It must be JSON in the format of SQuAD, or of documents, pages of questions, weeks of news or labelled web pages as docs/evaluation.md describes them.`,
  ),

  // Articles: what is read.
  'feed-empty': kind(
    1,
    ({ source }) =>
      `The feed ${source} has no entries that can be read. Open it in a browser to see what it holds, or index its pages by their own addresses.`,
  ),
  'feed-not-one-article': kind(
    1,
    ({ name }) =>
      `${name} is a feed of many articles, not an article. Index the feed's own address instead.`,
  ),
  'file-not-regular': kind(
    1,
    ({ source }) => `${source} is not a regular file. Pipe what it gives into "newsdesk index -".`,
  ),
  'file-forbidden': kind(
    1,
    ({ source }) =>
      `${source} may not be read by this user. Change its permissions, e.g. with "chmod a+r".`,
  ),
  'file-not-found': kind(
    1,
    ({ source }) =>
      `There is no file or folder ${source}. Check the spelling; an address has to begin with http:// or https://.`,
  ),
  'file-unreadable': kind(
    1,
    ({ source, reason }) =>
      `${source} could not be read: ${reason}. Check the disk or network drive and try again.`,
  ),
  'file-unwritable': kind(
    1,
    ({ file, reason }) =>
      `${file} could not be written: ${reason}. Name a file in a folder that exists and may be written.`,
  ),
  'folder-empty': kind(
    1,
    ({ source, endings }) =>
      `The folder ${source} has no articles to read. Newsdesk takes ${endings}; hidden files are left out, and --include and --exclude may leave out more.`,
  ),
  'pdf-broken': kind(
    1,
    ({ source, reason }) =>
      `The PDF ${source} is damaged (${reason}). Open it in a viewer and save it anew, or get it again.`,
  ),
  'pdf-encrypted': kind(
    1,
    ({ source }) =>
      `The PDF ${source} is locked with a password. Save a copy without one and index that.`,
  ),
  'pdf-no-text': kind(
    1,
    ({ source }) =>
      `The PDF ${source} has no text, only pictures of it. Run text recognition over it first, e.g. with ocrmypdf.`,
  ),
  'source-binary': kind(
    1,
    ({ source, type }) =>
      `${source} is ${type}, not text. Newsdesk reads text, Markdown, HTML, PDF and Word (.docx): save it as one of these.`,
  ),
  'source-empty': kind(
    1,
    ({ source }) => `${source} is empty. Check that it was saved or sent whole.`,
  ),
  'page-no-article': kind(
    1,
    ({ source, reason }) =>
      `${source} is no article but ${reason}. Open it in a browser, save the page and index the file; what was read before is kept.`,
  ),
  'source-fault': kind(
    1,
    ({ source, reason, request }) =>
      `${source} could not be read because of a fault in Newsdesk (${reason}). Leave it out and report it with the log of request ${request}.`,
  ),
  'source-no-text': kind(
    1,
    ({ source }) =>
      `${source} has no text that can be read. If a page is put together by scripts, save it from a browser or copy its text into a file.`,
  ),
  'source-too-complex': kind(
    1,
    ({ source }) =>
      `${source} takes too much time or memory to read. Copy the article's text into a file and index that.`,
  ),
  'source-too-large': kind(
    1,
    ({ source, limit }) =>
      `${source} is larger than ${limit} MB. Split it into parts, or save only its text.`,
  ),
  'stdin-missing': kind(
    1,
    () => `There is no standard input to read "-" from. Pipe text into the command.`,
  ),

  'watch-needs-folder': kind(
    2,
    ({ source }) =>
      `${source} is no folder, and only folders can be watched. Index the file with "newsdesk index".`,
  ),

  // Articles: what is fetched.
  'backup-exists': kind(
    2,
    ({ file }) => `There is something else at ${file} already. Name a new file for the backup.`,
  ),
  'backup-invalid': kind(
    1,
    ({ file, reason }) =>
      `${file} is not a backup that can be restored: ${reason}. Name a file that "newsdesk backup" wrote.`,
  ),
  'backup-not-found': kind(2, ({ file }) => `There is no file ${file} to restore.`),
  'collection-invalid': kind(
    2,
    ({ collection }) =>
      `"${collection}" is no server's id. Give the digits that Discord shows with "Copy Server ID", or "shared".`,
  ),
  'database-backup': kind(
    2,
    ({ where }) =>
      `The articles are in the database ${where}, which has its own way: "pg_dump -Fc -n newsdesk -f FILE" writes them while the bot runs, and "pg_restore" brings them back.`,
  ),
  'database-busy': kind(
    1,
    ({ where }) =>
      `The database ${where} takes no more connections. Try again in a moment; if it stays so, raise its max_connections.`,
  ),
  'database-engine': kind(
    2,
    ({ where, version }) =>
      `The database ${where} is ${version}. Newsdesk needs PostgreSQL 15 or newer itself: other engines that speak like it lack its locks or pgvector.`,
  ),
  'database-extension': kind(
    2,
    ({ where }) =>
      `The database ${where} has no pgvector. Install it on the server (the package is called postgresql-NN-pgvector or so), and have a superuser run "CREATE EXTENSION vector" in this database.`,
  ),
  'database-extension-old': kind(
    2,
    ({ where, version }) =>
      `The database ${where} has pgvector ${version}, and 0.8 or newer is needed. Update the package, and run "ALTER EXTENSION vector UPDATE".`,
  ),
  'database-lock-lost': kind(
    1,
    ({ where }) =>
      `The connection to ${where} broke while articles were changed, and another process has taken over. What was written is kept; run it again.`,
  ),
  'database-missing': kind(
    2,
    ({ where }) =>
      `There is no database ${where}. Make it with "createdb", or correct NEWSDESK_DATABASE_URL.`,
  ),
  'database-newer': kind(
    1,
    ({ where, schema, known }) =>
      `The database ${where} was written by a newer Newsdesk (schema ${schema}, this one knows ${known}). Update Newsdesk here, or name another database.`,
  ),
  'database-read-only': kind(
    1,
    ({ where }) =>
      `The database ${where} can't be written: it is a replica, or has been made read-only. Name the primary in NEWSDESK_DATABASE_URL.`,
  ),
  'database-refused': kind(
    1,
    ({ where, reason }) =>
      `The database ${where} refused: ${reason}. Check the user, the password and the rights in NEWSDESK_DATABASE_URL.`,
  ),
  'database-unreachable': kind(
    1,
    ({ where, reason }) =>
      `The database ${where} can't be reached (${reason}). Try again in a moment; if it stays so, check that the server runs and NEWSDESK_DATABASE_URL names it.`,
  ),
  'store-corrupt': kind(
    1,
    ({ file, reason }) =>
      `${file} is damaged (${reason}). Bring back a copy with "newsdesk restore FILE", or move the file away and index the articles again.`,
  ),
  'store-dims': kind(
    1,
    ({ model, stored, given }) =>
      `The vectors of ${model} have ${stored} dimensions here, and the model now gives ${given}. Put the model's own files back, or use another data folder.`,
  ),
  'store-full': kind(
    1,
    ({ file }) =>
      `The disk is full, so that ${file} can't be written. Make room and run it again; what was there before is kept.`,
  ),
  'store-locked': kind(
    1,
    ({ file }) => `Another program holds ${file}. Wait until it has finished, and run it again.`,
  ),
  'store-newer': kind(
    1,
    ({ file, schema, known }) =>
      `${file} was written by a newer Newsdesk (schema ${schema}, this one knows ${known}). Update Newsdesk, or use another data folder.`,
  ),
  'store-read-only': kind(
    1,
    ({ file }) =>
      `${file} can't be written. Check who owns it and whether its folder may be written, or name another folder with NEWSDESK_DATA_DIR.`,
  ),
  'store-unopenable': kind(
    1,
    ({ file, reason }) =>
      `${file} can't be opened: ${reason}. Check that its folder exists and may be read and written, or name another with NEWSDESK_DATA_DIR.`,
  ),
  'url-broken-off': kind(
    1,
    ({ url, reason }) => `The answer of ${url} broke off (${reason}). Try again later.`,
  ),
  'url-compression': kind(
    1,
    ({ url, reason }) =>
      `The answer of ${url} can't be unpacked: ${reason}. Download the file yourself and index that.`,
  ),
  'url-content-type': kind(
    1,
    ({ url, type }) =>
      `${url} gives ${type}, which holds no article. Newsdesk reads text, Markdown, HTML, PDF and feeds.`,
  ),
  'url-credentials': kind(
    1,
    ({ url }) =>
      `${url} has a user name or password in it, which Newsdesk does not send. Download the page yourself and index the file.`,
  ),
  'url-host-not-allowed': kind(
    1,
    ({ host, allowed }) =>
      `Files are fetched only from ${allowed}, not from ${host}. Attach the file to a message instead.`,
  ),
  'url-invalid': kind(
    1,
    ({ url }) => `${url} is not an address. It has to look like https://example.com/article.`,
  ),
  'url-no-connection': kind(
    1,
    ({ url, reason }) =>
      `No connection to ${url} (${reason}). Check the address and this machine's network.`,
  ),
  'url-not-resolved': kind(
    1,
    ({ host }) => `The name ${host} has no address. Check its spelling and this machine's network.`,
  ),
  'url-private': kind(
    1,
    ({ url }) =>
      `${url} leads to an address that is not on the public internet. Set NEWSDESK_ALLOW_PRIVATE_URLS=true if that is meant.`,
  ),
  'url-redirects': kind(
    1,
    ({ url, limit }) =>
      `${url} redirects more than ${limit} times. Open it in a browser and use the address that it ends at.`,
  ),
  'url-refused': kind(
    1,
    ({ url }) =>
      `The server of ${url} refuses the connection. Check the address and its port, or try again later.`,
  ),
  'url-scheme': kind(
    1,
    ({ url, scheme }) =>
      `${url} begins with "${scheme}". Only http:// and https:// can be fetched; give a file by its path.`,
  ),
  'url-status': kind(1, ({ url, status, advice }) => `${url} answers ${status}. ${advice}`),
  'url-timeout': kind(
    1,
    ({ url, seconds }) =>
      `${url} took longer than ${seconds} s. Try again later, or download it yourself and index the file.`,
  ),
  'url-tls': kind(
    1,
    ({ url, reason }) =>
      `The certificate of ${url} can't be trusted (${reason}). Check the address; if it is right, tell the site's owner.`,
  ),

  // Discord: starting.
  'discord-intents-missing': kind(
    1,
    () =>
      `Discord refuses the intents that Newsdesk asks for. Open https://discord.com/developers/applications, choose the application, and check under Bot that it is not restricted.`,
  ),
  'discord-no-access': kind(
    1,
    ({ server, invite }) =>
      `Newsdesk has no access to the server ${server}. Open ${invite}, choose the server and click Authorise; or correct DISCORD_GUILD_ID.`,
  ),
  'discord-sharding-required': kind(
    1,
    () =>
      `Discord wants this bot to be sharded, since it is on so many servers. Set NEWSDESK_SHARDS=auto.`,
  ),
  'discord-token-missing': kind(
    2,
    () =>
      `DISCORD_TOKEN is not set. Open https://discord.com/developers/applications, choose the application, click Bot, then Reset Token, and put the token into .env.`,
  ),
  'discord-token-invalid': kind(
    1,
    () =>
      `Discord does not accept DISCORD_TOKEN. Open https://discord.com/developers/applications, choose the application, click Bot, then Reset Token, and put the new token into .env.`,
  ),
  'discord-shard-failed': kind(
    1,
    ({ shard }) =>
      `Shard ${shard} could not be started. The lines above say why; start again when that is mended.`,
  ),

  // Discord: using it.
  'discord-adds-limit': kind(
    1,
    ({ limit, minutes }) =>
      `This server may add or refresh ${limit} articles an hour. Try again in ${minutes} min.`,
  ),
  'discord-answer-forgotten': kind(
    1,
    () => `That answer is no longer known. Ask the question again.`,
  ),
  'discord-article-changed': kind(
    1,
    ({ title }) => `"${title}" has changed since this answer. Ask the question again.`,
  ),
  'discord-article-gone': kind(
    1,
    () => `The article of this answer has been removed. Ask the question again.`,
  ),
  'discord-article-shared': kind(
    1,
    ({ title }) =>
      `"${title}" is shared by all servers. Only the bot's owner can change it, from the command line.`,
  ),
  'discord-article-unknown': kind(
    1,
    ({ article }) => `There is no article "${article}" here. Choose one from the list that opens.`,
  ),
  'discord-articles-limit': kind(
    1,
    ({ limit }) =>
      `This server may have ${limit} articles of its own, and has them. Remove some with /article remove.`,
  ),
  'discord-button-unknown': kind(
    1,
    () => `That button is from another version. Use the command again.`,
  ),
  'discord-command-unknown': kind(1, () => `This version of Newsdesk has no such command.`),
  'discord-cooldown': kind(1, ({ seconds }) => `One moment: ask again in ${seconds} s.`),
  'discord-manager-only': kind(
    1,
    () => `Only members with the permission Manage Server may do this.`,
  ),
  'discord-message-empty': kind(
    1,
    () => `That message has no link, file or text that could be an article.`,
  ),
  'discord-question-length': kind(
    1,
    ({ min, max }) => `A question needs ${min} to ${max} characters.`,
  ),
  'discord-server-only': kind(1, () => `This works in a server only, not in direct messages.`),
  'discord-size-limit': kind(
    1,
    ({ limit }) =>
      `This server's own articles may have ${limit} million characters together. Remove some with /article remove.`,
  ),
  'discord-source-choice': kind(1, () => `Give either a link or a file.`),

  // Embedding.
  'embedding-closed': kind(1, () => `Newsdesk is stopping. Ask again once it runs.`),
  'embedding-failed': kind(
    1,
    ({ reason }) =>
      `The text could not be embedded (${reason}). Try again; if it happens again, look whether memory is short.`,
  ),
  'model-broken': kind(
    1,
    ({ model, folder, reason, setting = 'NEWSDESK_MODEL' }) =>
      `The model ${model} in ${folder} can't be loaded (${reason}). Put its files there anew, or take ${setting} out of the settings to use the model that comes with Newsdesk.`,
  ),
  'model-missing': kind(
    1,
    ({ model, file, files, folder, reason, setting = 'NEWSDESK_MODEL' }) =>
      `The model ${model} is not here and can't be fetched from the model hub (${reason}). Missing: ${file}. Put its files (${files}) into ${folder}, or take ${setting} out of the settings to use the model that comes with Newsdesk.`,
  ),

  // Settings and options.
  'http-unusable': kind(
    1,
    ({ address, reason }) =>
      `Health can't be served at ${address}: ${reason}. Set NEWSDESK_HTTP to a free port, or leave it empty.`,
  ),
  'setting-invalid': kind(
    2,
    ({ name, value, allowed }) =>
      `${name} is ${value}, which is not allowed. It has to be ${allowed}; take the line out of .env to use the default.`,
  ),
  'title-needs-one-source': kind(
    2,
    ({ count }) =>
      `--title names one article, and these are ${count}. Index them one by one, or leave --title out.`,
  ),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof KINDS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(KINDS, code);
}

/** A refusal that a person caused and can mend; anything else that is thrown is a fault. */
export class NewsdeskError extends Error {
  override readonly name = 'NewsdeskError';
  readonly exitCode: ExitCode;

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    const { exitCode, message } = KINDS[code];
    super(message(details), options);
    this.exitCode = exitCode;
  }
}
