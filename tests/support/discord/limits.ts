/**
 * What Discord accepts, as published in its developer documentation (docs.discord.com/developers,
 * pages named beside each group). The bot has a table of its own; this one is the judge's.
 */

/** resources/message: create message, embed limits. */
export const MESSAGE = {
  content: 2000,
  embeds: 10,
  embedsTotal: 6000,
  attachments: 10,
  allowedUsers: 100,
  allowedRoles: 100,
} as const;

/** resources/message: embed limits. */
export const EMBED = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  url: 2048,
  colour: 0xffffff,
} as const;

/** components/reference. */
export const COMPONENT = {
  rows: 5,
  buttonsInRow: 5,
  total: 40,
  text: 4000,
  sectionTexts: 3,
  galleryItems: 10,
  customId: 100,
  label: 80,
  url: 512,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  altText: 1024,
} as const;

/** interactions/application-commands. */
export const COMMAND = {
  chatInput: 100,
  contextMenu: 15,
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  stringLength: 6000,
  total: 8000,
} as const;

/** interactions/receiving-and-responding. */
export const INTERACTION = {
  acknowledgeMs: 3000,
  tokenMs: 15 * 60_000,
} as const;

/** events/gateway: sending events, rate limiting. */
export const GATEWAY = {
  payloadBytes: 4096,
  eventsPerMinute: 120,
  identifiesPerDay: 1000,
  activityName: 128,
} as const;

/** topics/rate-limits; the per-route figures are not published, these are what bots meet. */
export const RATE = {
  globalPerSecond: 50,
  channelMessages: { requests: 5, ms: 5000 },
  webhookMessages: { requests: 5, ms: 2000 },
  commands: { requests: 5, ms: 5000 },
} as const;

/** reference: locales. */
export const LOCALES: ReadonlySet<string> = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru ' +
    'uk hi th zh-CN ja zh-TW ko'
  ).split(' '),
);
