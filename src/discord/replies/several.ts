import type { APIEmbed } from 'discord.js';
import { BUTTON, EMBED } from '../limits.js';
import type { Messages } from '../messages/index.js';
import { truncate } from '../text/truncate.js';
import type { ButtonRow, Payload } from './payload.js';
import type { Reply, SeveralReply } from './reply.js';

/** Rows of buttons that a message may have, one an answer. */
const MAX_ROWS = 5;
/** Beside a quote: title, question, footer. */
const BESIDE = 700;

/** Each answer as it would stand alone, one below the other, each with a row of buttons. */
export function renderSeveral(
  { replies, alike }: SeveralReply,
  messages: Messages,
  render: (reply: Reply, messages: Messages) => Payload,
): Payload {
  const parts = replies.map((reply) => inEmbed(render(reply, messages)));
  const each = Math.floor(EMBED.total / Math.max(1, parts.length)) - BESIDE;
  const menus = parts.flatMap(({ menus: own = [] }) => own).slice(0, 1);
  return {
    menus,
    content: [alike === true ? messages.answer.alike : '', ...parts.map(({ content }) => content)]
      .filter((content) => content !== '')
      .join('\n'),
    embeds: parts
      .flatMap(({ embeds }) => embeds)
      .slice(0, EMBED.perMessage)
      .map((embed) => shortened(embed, each)),
    components: eachOnce(parts.flatMap(({ components }, at) => numbered(components, at))).slice(
      0,
      MAX_ROWS - menus.length,
    ),
  };
}

/** Two questions may have one answer: Discord takes no message with two buttons that do the same. */
function eachOnce(rows: readonly ButtonRow[]): ButtonRow[] {
  const known = new Set<string>();
  return rows
    .map((row) => ({
      ...row,
      components: row.components.filter(({ custom_id: id }) => {
        const isNew = !known.has(id);
        known.add(id);
        return isNew;
      }),
    }))
    .filter(({ components }) => components.length > 0);
}

/** The short answer above each of several would not say which of them it answers. */
function inEmbed(payload: Payload): Payload {
  const { content, embeds } = payload;
  const [first, ...others] = embeds;
  if (content === '' || first === undefined) return payload;
  const description = `${content}\n${first.description ?? ''}`;
  return { ...payload, content: '', embeds: [{ ...first, description }, ...others] };
}

function shortened(embed: APIEmbed, max: number): APIEmbed {
  const { description } = embed;
  return description === undefined ? embed : { ...embed, description: truncate(description, max) };
}

/** "2 · More context" belongs to the second answer. */
function numbered(rows: readonly ButtonRow[], at: number): ButtonRow[] {
  return rows.slice(0, 1).map((row) => ({
    ...row,
    components: row.components.map((button) =>
      button.label === undefined
        ? button
        : { ...button, label: truncate(`${at + 1} · ${button.label}`, BUTTON.label) },
    ),
  }));
}
