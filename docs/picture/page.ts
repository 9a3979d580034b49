import { escapeHtml, toHtml } from './markdown.js';
import type { AnsweredQuestion } from './replies.js';

const STYLE = `
  body { margin: 0; background: #313338; color: #dbdee1; width: 760px;
         font: 16px/1.375 "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
  main { padding: 20px 24px 24px; display: grid; gap: 22px; }
  .asked { color: #b5bac1; font-size: 14px; margin: 0 0 4px 56px; }
  .asked b { color: #8ea1e1; font-weight: 500; }
  .message { display: grid; grid-template-columns: 40px 1fr; gap: 2px 16px; }
  .avatar { width: 40px; height: 40px; border-radius: 50%; background: #2f6f9f; color: white;
            display: grid; place-items: center; font-weight: 700; grid-row: span 2; }
  .name { color: #f2f3f5; font-weight: 500; }
  .name span { background: #5865f2; color: white; font-size: 10px; padding: 2px 5px;
               border-radius: 4px; vertical-align: 2px; margin-left: 6px; }
  .embed { background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 10px 16px 14px;
           margin: 4px 0 8px; max-width: 600px; font-size: 14px; }
  .embed h3 { margin: 4px 0 8px; color: #f2f3f5; font-size: 16px; }
  .embed h3.link { color: #00a8fc; }
  .embed footer { color: #b5bac1; font-size: 12px; margin-top: 10px; }
  blockquote { margin: 2px 0; padding-left: 12px; border-left: 4px solid #4e5058; }
  b { color: #f2f3f5; } u { text-decoration-thickness: 2px; text-underline-offset: 3px; }
  .buttons { display: flex; gap: 8px; }
  .buttons span { background: #4e5058; color: white; border-radius: 4px; padding: 6px 14px;
                  font-size: 14px; font-weight: 500; }
  .private { color: #949ba4; font-size: 12px; margin-top: 6px; }
`;

/** A page that shows payloads about as Discord's dark theme does. */
export function pageOf(answered: readonly AnsweredQuestion[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Replies</title><style>${STYLE}</style>
<main>${answered.map(message).join('')}</main>`;
}

function message({ question, payload, isPrivate }: AnsweredQuestion): string {
  const embeds = payload.embeds.map(
    ({ title, url, description, footer, color }) => `
      <div class="embed" style="border-color: #${(color ?? 0).toString(16).padStart(6, '0')}">
        ${title === undefined ? '' : `<h3${url === undefined ? '' : ' class="link"'}>${toHtml(title)}</h3>`}
        ${toHtml(description ?? '')}
        ${footer === undefined ? '' : `<footer>${escapeHtml(footer.text)}</footer>`}
      </div>`,
  );
  const buttons = payload.components.flatMap(({ components }) =>
    components.map(
      (button) =>
        `<span>${escapeHtml([button.emoji?.name, button.label].filter(Boolean).join(' '))}</span>`,
    ),
  );
  return `<section>
    <p class="asked"><b>Someone</b> used <b>/ask</b> ${escapeHtml(question)}</p>
    <div class="message">
      <div class="avatar">N</div><div class="name">Newsdesk<span>APP</span></div>
      <div>${toHtml(payload.content)}${embeds.join('')}<div class="buttons">${buttons.join('')}</div>
        ${isPrivate ? '<div class="private">👁 Only you can see this</div>' : ''}</div>
    </div>
  </section>`;
}
