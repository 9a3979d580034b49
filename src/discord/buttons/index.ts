import { NewsdeskError } from '../../errors.js';
import { askAll, askOfArticle } from '../answer-question.js';
import { articlesPage, searchPage, unansweredPage } from '../pages.js';
import type { ButtonAction } from '../custom-id.js';
import { requireManager } from '../permissions.js';
import { queryOf } from '../replies/passages.js';
import { showContext } from './context.js';
import { showOthers } from './others.js';
import type { Press, Pressed } from './press.js';
import { vote } from './recorded.js';

export type { Press, Pressed } from './press.js';

export async function pressButton(
  { call, embeds, chosen }: Press,
  button: ButtonAction,
): Promise<Pressed> {
  switch (button.action) {
    case 'context':
      return { show: await showContext(call, button) };
    case 'others':
      return { show: await showOthers(call, button.recordId, 0) };
    case 'askAll':
      return { show: await askAll(call, button.recordId) };
    case 'othersPage':
      return { turn: await showOthers(call, button.recordId, button.page) };
    case 'up':
    case 'down':
      return { votes: await vote(call, button.recordId, button.action) };
    case 'searchPage': {
      const query = queryOf(embeds);
      if (query === undefined) throw new NewsdeskError('discord-button-unknown');
      return { turn: await searchPage(call, { ...button, query }) };
    }
    case 'articlesPage':
      return { turn: articlesPage(call, button.page) };
    case 'choose':
      if (chosen === undefined) throw new NewsdeskError('discord-button-unknown');
      return { turn: await askOfArticle(call, button.asks, chosen) };
    case 'unansweredPage':
      return { turn: await unansweredPage(requireManager(call), button.page) };
  }
}
