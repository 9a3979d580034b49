import { describe, expect, it } from 'vitest';
import { readDeskQuestion } from '../../../src/conversation/desk/desk-question.js';

/** A Wednesday. */
const NOW = new Date('2026-05-13T10:00:00Z');
const read = (message: string) => readDeskQuestion(message, NOW);

describe('a question to the desk', () => {
  it.each([
    ['What’s new?', undefined],
    ['any news?', undefined],
    ['show me the latest articles please', undefined],
    ['What happened this week?', { from: '2026-05-11', to: '2026-05-13' }],
    ['what happened on Friday?', { from: '2026-05-08', to: '2026-05-08' }],
    ['What happened in November?', { from: '2025-11-01', to: '2025-11-30', recurs: true }],
    ['news from yesterday', { from: '2026-05-12', to: '2026-05-12' }],
  ])('"%s" asks for the newest, or those of a period', (message, period) => {
    expect(read(message)).toEqual({ asks: 'news', ...(period && { period }) });
  });

  it.each([
    ['Which articles are about storms?', 'storms'],
    ['do you have any stories on the harbour?', 'the harbour'],
    ['show me articles mentioning Port Ansel', 'port ansel'],
  ])('"%s" asks for articles', (message, topic) => {
    expect(read(message)).toEqual({ asks: 'about', topic });
  });

  it.each([
    ['Summarise the storm article', 'summary', { titled: 'storm' }],
    ['can you summarize this article?', 'summary', { of: 'this' }],
    ['give me a summary of the harbour', 'summary', { titled: 'harbour' }],
    ['tl;dr of the harbour story', 'summary', { titled: 'harbour' }],
    ['tldr the harbour story please', 'summary', { titled: 'harbour' }],
    ['What are the key points of the harbour plan?', 'summary', { titled: 'harbour plan' }],
    ['give me the main takeaways of the storm', 'summary', { titled: 'storm' }],
    ['What is the harbour story about?', 'summary', { titled: 'harbour' }],
    ['list the people mentioned', 'people', { of: 'it' }],
    ['Which places are mentioned in the storm article?', 'places', { titled: 'storm' }],
    ['what dates does the article mention?', 'dates', { of: 'this' }],
    ['who is mentioned in it?', 'people', { of: 'it' }],
    ['When was this published?', 'published', { of: 'it' }],
    ['when was the storm article published', 'published', { titled: 'storm' }],
    ['Who wrote it?', 'author', { of: 'it' }],
    ['who is the author of this article?', 'author', { of: 'this' }],
    ['where is it from?', 'source', { of: 'it' }],
    ['where does the article come from?', 'source', { of: 'this' }],
  ])('"%s" asks something of an article', (message, asks, which) => {
    expect(read(message)).toEqual({ asks, which });
  });

  it.each([
    'What happened at the bridge on Friday?',
    'What is new in version 2?',
    'Who wrote the song?',
    'Where is the moss from?',
    'Which people paid for the bridge?',
    'Which countries are in the union?',
    'When was the bridge opened?',
    'What is the article of faith?',
    'Tell me about the harbour',
    'What documents do I need?',
    'List the towns on the river',
  ])('"%s" is one for the articles', (message) => {
    expect(read(message)).toBeUndefined();
  });
});
