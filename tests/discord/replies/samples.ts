import type { ArticleFacts } from '../../../src/discord/replies/article-line.js';
import type { Reply } from '../../../src/discord/replies/reply.js';
import type { ArticleSummary } from '../../../src/store/store.js';

/** An article whose every word is this text. */
export function articleOf(text: string, url?: string): ArticleSummary {
  return {
    id: 'acec8c',
    collection: 'shared',
    title: text,
    source: text,
    url,
    author: text,
    site: text,
    publishedAt: text,
    passages: 12,
    sentences: 40,
    characters: 9000,
    indexedAt: '2026-11-24T12:00:00Z',
    contentHash: '0123456789abcdef',
  };
}

/** One reply of every kind, full to the brim with a text. */
export function repliesOf(text: string, url?: string): Reply[] {
  const article: ArticleFacts = articleOf(text, url);
  const whole = { start: 0, end: text.length };
  const passage = { articleId: 'acec8c', title: text, source: text, text, score: 1, ...whole };
  const page = { page: 1, pages: 3 };
  const details = { title: text, article: text, host: text, type: text, url: text, status: 404 };
  const error = { code: 'discord-article-unknown', details };
  const answer: Reply = {
    kind: 'answer',
    gist: false,
    question: text,
    answer: {
      ...whole,
      text,
      articleId: 'acec8c',
      passageStart: 0,
      passage: text,
      path: [],
      units: [],
      passageEnd: text.length,
      sentences: [whole],
      highlights: [{ start: 1, end: Math.max(2, text.length - 3) }],
    },
    article,
    confidence: 0.8,
    recordId: '1wzgo5gge5',
  };
  return [
    answer,
    { ...answer, gist: true, question: undefined, recordId: undefined },
    {
      kind: 'unanswered',
      question: text,
      lookedFor: Array.from({ length: 40 }, () => text),
      recordId: '1wzgo5gge5',
    },
    { kind: 'note', note: 'greeting' },
    ...(['search', 'others', 'nearest'] as const).map((heading): Reply => ({
      kind: 'passages',
      heading,
      query: text.slice(0, 300),
      passages: Array.from({ length: 10 }, () => ({ passage, article })),
      ...page,
      turn: (to) => ({ action: 'searchPage', page: to, articleId: 'acec8c' }),
    })),
    { kind: 'context', article, text, start: 0, answer: whole },
    {
      kind: 'articles',
      articles: Array.from({ length: 10 }, () => articleOf(text, url)),
      total: 25,
      ...page,
    },
    {
      kind: 'changes',
      reread: true,
      changes: Array.from({ length: 30 }, () => ({
        status: 'failed' as const,
        title: text,
        url,
        passages: 3,
        error,
      })),
    },
    { kind: 'progress', progress: { step: 'fetching' } },
    { kind: 'progress', progress: { step: 'waiting', holder: text } },
    {
      kind: 'progress',
      progress: {
        step: 'embedding',
        source: text,
        sources: { done: 0, total: 1 },
        texts: { done: 40, total: 120 },
        share: 0.3,
        passages: 10,
      },
    },
    {
      kind: 'open',
      questions: Array.from({ length: 10 }, () => ({
        question: text.slice(0, 300),
        collection: '1',
        count: 3,
        bestConfidence: 0.2,
        firstAskedAt: '2026-11-24T12:00:00Z',
        lastAskedAt: '2026-11-24T12:00:00Z',
      })),
      ...page,
    },
    { kind: 'help', version: '1.0.0', articles: 25 },
    { kind: 'error', ...error, requestId: '0a1b2c3d' },
    { kind: 'error', code: 'fault', details: {}, requestId: '0a1b2c3d' },
  ];
}
