import { EMBED, MESSAGE } from '../limits.js';
import type { Field } from './form.js';

/** resources/message: embed object and embed limits. */
export function checkEmbeds(field: Field): void {
  const embeds = field.list({ max: MESSAGE.embeds });
  const total = embeds.reduce((sum, embed) => sum + checkEmbed(embed), 0);
  if (total > MESSAGE.embedsTotal) {
    field.fail('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of 6000`);
  }
}

/** Returns the characters that count towards the total. */
function checkEmbed(embed: Field): number {
  const texts = [
    embed.key('title').text({ max: EMBED.title }),
    embed.key('description').text({ max: EMBED.description }),
  ];
  embed.key('url').url(EMBED.url);
  embed.key('color').integer({ max: EMBED.colour });
  checkTimestamp(embed.key('timestamp'));

  const footer = embed.key('footer');
  if (footer.present && footer.key('text').require()) {
    texts.push(footer.key('text').text({ min: 1, max: EMBED.footer }));
  }
  const author = embed.key('author');
  if (author.present && author.key('name').require()) {
    texts.push(author.key('name').text({ min: 1, max: EMBED.author }));
    author.key('url').url(EMBED.url);
  }
  for (const media of ['image', 'thumbnail']) {
    embed.key(media).key('url').url(EMBED.url, ['http', 'https', 'attachment']);
  }
  for (const entry of embed.key('fields').list({ max: EMBED.fields })) {
    for (const [name, max] of [
      ['name', EMBED.fieldName],
      ['value', EMBED.fieldValue],
    ] as const) {
      if (entry.key(name).require()) texts.push(entry.key(name).text({ min: 1, max }));
    }
    entry.key('inline').boolean();
  }

  const characters = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const hasMedia = embed.key('image').present || embed.key('thumbnail').present;
  if (characters === 0 && !hasMedia) {
    embed.key('description').fail('BASE_TYPE_REQUIRED', 'This field is required');
  }
  return characters;
}

function checkTimestamp(field: Field): void {
  const text = field.text({ max: 64 });
  if (text !== undefined && Number.isNaN(Date.parse(text))) {
    field.fail('DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  }
}
