import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../articles/article.js';
import { contentHash } from '../articles/content-hash.js';
import type { Embedder } from '../embedding/embedder.js';
import { NewsdeskError } from '../errors.js';
import type { IndexedArticle } from './report.js';
import { isElsewhere, ownerOf } from '../store/file-owner.js';
import type { ArticleSummary, Collection, NewArticle, Store } from '../store/store.js';
import { articleId } from './article-id.js';
import { embedArticle, type EmbedArticleOptions } from './embed-article.js';
import type { TextRoom } from './text-room.js';

export interface IndexArticleOptions extends EmbedArticleOptions {
  readonly collection: Collection;
  /** A person's title for it, which is kept until another is given. */
  readonly title?: string | undefined;
  readonly force: boolean;
  readonly original?: NewArticle['original'];
  /** What the run that it is part of may still take; as much as there is, if it is not said. */
  readonly room?: TextRoom | undefined;
  /** Told for whom the writing waits. */
  readonly onWait?: ((holder: string) => void) | undefined;
}

export interface IndexArticleResult {
  readonly entry: IndexedArticle;
  readonly embedded: number;
}

/**
 * Adds an article, or brings the one from the same source up to date. An unchanged one costs a
 * hash; an edited one costs the texts that are new; a moved file keeps its id. It is written alone,
 * and embedded before that, so that nobody waits for more than a writing.
 */
export async function indexArticle(
  store: Store,
  embedder: Embedder,
  read: Article,
  options: IndexArticleOptions,
): Promise<IndexArticleResult> {
  const { onWait, room, signal } = options;
  let embedded = 0;
  const attempt = async (): Promise<IndexedArticle | undefined> => {
    const { article, hash, known } = await stateOf(store, read, options);
    if (known?.contentHash === hash && !options.force) return keep(store, known, article);
    const twin = known === undefined && (await twinElsewhere(store, article, hash, options));
    if (twin) return entryOf(twin.id, article, 'unchanged', twin.passages);
    room?.check(article);
    const found = await embedArticle(store, embedder, article, options);
    if (found.passages.length === 0) {
      throw new NewsdeskError('source-no-text', { source: read.source });
    }
    if (known !== undefined && replacesGood(known, article)) {
      const reason = 'a page with little text under another title';
      throw new NewsdeskError('page-no-article', { source: read.source, reason });
    }
    embedded += found.embedded;
    const write = () => put(store, read, { ...options, hash, passages: found.passages });
    return store.exclusively(write, { onWait, signal });
  };
  // If another process has been quicker, what it changed is not changed again meanwhile.
  const entry =
    (await attempt()) ?? (await store.exclusively(attempt, { onWait, signal })) ?? gone(read);
  if (entry.status !== 'unchanged') room?.take(read);
  return { entry, embedded };
}

function gone({ source }: Article): never {
  throw new Error(`The vectors of ${source} are gone again as soon as they are written.`);
}

interface State {
  readonly article: Article;
  readonly hash: string;
  readonly known: ArticleSummary | undefined;
}

async function stateOf(
  store: Store,
  read: Article,
  { collection, title }: IndexArticleOptions,
): Promise<State> {
  const sameSource = await store.articleBySource(collection, read.source);
  const article = titled(read, title, sameSource);
  const hash = contentHash(article.title, article);
  const known = sameSource ?? (await movedArticle(store, collection, hash));
  return { article, hash, known };
}

async function keep(
  store: Store,
  known: ArticleSummary,
  article: Article,
): Promise<IndexedArticle> {
  await noteSource(store, known, article);
  const status = known.source === article.source ? 'unchanged' : 'updated';
  return entryOf(known.id, article, status, known.passages);
}

/**
 * Writes an article whose vectors are there, alone. Undefined if another process has changed
 * meanwhile what it was embedded for, or removed vectors that it shares with another article.
 */
async function put(
  store: Store,
  read: Article,
  options: IndexArticleOptions & {
    readonly passages: NewArticle['passages'];
    readonly hash: string;
  },
): Promise<IndexedArticle | undefined> {
  const { collection, passages, original } = options;
  const { article, hash, known } = await stateOf(store, read, options);
  if (hash !== options.hash || !(await hasVectors(store, passages))) return undefined;
  const id = known?.id ?? (await articleId(store, collection, article.source));
  const from = { ...article, machine: ownerOf(store, article) };
  await store.putArticle({ ...from, id, collection, contentHash: hash, passages, original });
  const status =
    known === undefined ? 'added' : known.contentHash === hash ? 'unchanged' : 'updated';
  return entryOf(id, article, status, passages.length);
}

/** Whether the store has the vectors of all passages and sentences. */
async function hasVectors(
  store: Pick<Store, 'knownVectors'>,
  passages: NewArticle['passages'],
): Promise<boolean> {
  const ofPassages = new Set(passages.map(({ hash }) => hash));
  const ofSentences = new Set(
    passages.flatMap(({ sentences }) => sentences.map(({ hash }) => hash)),
  );
  const [plain, worded] = await Promise.all([
    store.knownVectors([...ofPassages], false),
    store.knownVectors([...ofSentences], true),
  ]);
  return plain.size === ofPassages.size && worded.size === ofSentences.size;
}

/** Of an article's text, under another title: what is left when a page no longer shows it. */
const SMALL_FRACTION = 0.3;

/** Whether a page seems to be no longer the article that it was. */
function replacesGood(known: ArticleSummary, article: Article): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const before = new Set(words(known.title));
  return (
    /^https?:/.test(article.source) &&
    article.text.length <= SMALL_FRACTION * known.characters &&
    !words(article.title).some((word) => before.has(word))
  );
}

function titled(
  article: Article,
  title: string | undefined,
  known: ArticleSummary | undefined,
): Article {
  if (title !== undefined) return { ...article, title, titleGiven: true };
  if (known?.titleGiven === true) return { ...article, title: known.title, titleGiven: true };
  return article;
}

function entryOf(
  id: string,
  { title, source }: Article,
  status: IndexedArticle['status'],
  passages: number,
): IndexedArticle {
  return { id, title, source, status, passages };
}

/** An article with the same text whose file is no longer where it was. */
async function movedArticle(
  store: Store,
  collection: Collection,
  hash: string,
): Promise<ArticleSummary | undefined> {
  for (const candidate of await store.articlesByContent(collection, hash)) {
    if (!path.isAbsolute(candidate.source) || isElsewhere(store, candidate)) continue;
    const there = await stat(candidate.source).then(
      () => true,
      () => false,
    );
    if (!there) return candidate;
  }
  return undefined;
}

/**
 * The same text at the same path of another machine, as where a folder is on both: once is enough.
 */
async function twinElsewhere(
  store: Store,
  { source }: Article,
  hash: string,
  { collection, force }: IndexArticleOptions,
): Promise<ArticleSummary | undefined> {
  if (force) return undefined;
  const alike = await store.articlesByContent(collection, hash);
  return alike.find((article) => article.source === source && isElsewhere(store, article));
}

/** Writes only if something differs: an unchanged run must not touch the database. */
export async function noteSource(
  store: Store,
  known: ArticleSummary,
  article: Pick<Article, 'source' | 'feed' | 'url' | 'validators'>,
): Promise<void> {
  const machine = ownerOf(store, article);
  const same =
    known.machine === machine &&
    known.source === article.source &&
    known.feed === article.feed &&
    known.url === article.url &&
    known.validators?.etag === article.validators?.etag &&
    known.validators?.lastModified === article.validators?.lastModified;
  if (!same) await store.moveArticle(known.id, { ...article, machine });
}
