import { describe, expect, test } from 'vitest';
import {
  DEFAULT_MESSAGES,
  TRANSLATIONS,
  type Messages,
} from '../../../src/discord/messages/index.js';
import type { Payload } from '../../../src/discord/replies/payload.js';
import { render } from '../../../src/discord/replies/render.js';
import { withoutEmbeds } from '../../../src/discord/replies/without-embeds.js';
import { bodyOf } from '../../../src/discord/wire.js';
import { checkMessage, FLAGS } from '../../support/discord/validate/message.js';
import { hostileTexts } from '../hostile.js';
import { repliesOf } from './samples.js';

const EXTREMES = {
  'an empty text': '',
  'one letter': 'x',
  'a sentence of 5,000 letters': 'a'.repeat(5000),
  'nothing but what must be escaped': '*_'.repeat(2500),
  'nothing but line breaks': '\n'.repeat(3000),
  'lines of one letter': 'x\n'.repeat(2500),
  'large emoji': '👩‍👩‍👧‍👦'.repeat(500),
  'nothing that can be seen': '\u200b\u202e\u0000'.repeat(100),
  'half characters': '\ud83d'.repeat(2000),
};

const URLS = {
  'no link': undefined,
  'a link': 'https://example.com/a_(b)_[c]*d*?e=|f|',
  'an endless link': `https://example.com/${'x'.repeat(3000)}`,
  'a link of another kind': 'javascript:alert(1)',
};

function check(text: string, url: string | undefined, messages: Messages): void {
  for (const reply of repliesOf(text, url)) {
    const payload = render(reply, messages);
    expect(() => checkMessage(sent(payload), FLAGS.response), reply.kind).not.toThrow();
    const bare = sent(withoutEmbeds(payload));
    expect(() => checkMessage(bare, FLAGS.channel), reply.kind).not.toThrow();
  }
}

/** As it goes over the wire. */
function sent(payload: Payload): unknown {
  const { allowedMentions, ...rest } = bodyOf(payload);
  const body = { ...rest, allowed_mentions: { parse: allowedMentions.parse } };
  return JSON.parse(JSON.stringify(body));
}

describe('every reply is within Discord’s limits', () => {
  test.each(Object.entries(EXTREMES))('with %s', (_, text) => {
    check(text, URLS['a link'], DEFAULT_MESSAGES);
  });

  test.each(Object.entries(URLS))('with %s', (_, url) => {
    check('*_'.repeat(300), url, DEFAULT_MESSAGES);
  });

  test.each(Object.entries(TRANSLATIONS))('in %s', (_, messages) => {
    check('*_'.repeat(1500), URLS['a link'], messages);
  });
});

test('whatever is quoted, no reply has a link that it did not make', () => {
  for (const hostile of hostileTexts(60, 20)) {
    for (const reply of repliesOf(hostile)) {
      const { content, embeds } = render(reply, DEFAULT_MESSAGES);
      const markdown = [
        content,
        ...embeds.flatMap(({ title, description }) => [title, description]),
      ]
        .join('\n')
        .replace(/\\./gs, '');
      expect(markdown).not.toMatch(/\]\(/);
      expect(markdown).not.toMatch(/<[@#:t/]/);
      expect(markdown).not.toMatch(/@(?:everyone|here)/);
    }
  }
});

test('only links for a browser are linked', () => {
  for (const reply of repliesOf('A title', URLS['a link of another kind'])) {
    expect(JSON.stringify(render(reply, DEFAULT_MESSAGES).embeds)).not.toContain('javascript');
  }
});
