import { editBody, followUp, respond, webhookMessage } from '../interactions.js';
import { RATE } from '../limits.js';
import { deleteMessage, messagePayload } from '../messages.js';
import { isJson, type Json } from '../validate/form.js';
import { param, type Call, type Route } from './router.js';

const HOOK = '/webhooks/:app/:token';
const limit = RATE.webhookMessages;

/** interactions/receiving-and-responding: the first response, its edits and follow-ups. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/:id/:token/callback',
    open: true,
    handle: (call) => {
      const id = param(call, 0);
      const message = respond(call.world, id, param(call, 1), json(call), call.at);
      if (call.query.get('with_response') !== 'true') return { status: 204 };
      return { body: callbackPayload(call, id, message ? messagePayload(message) : undefined) };
    },
  },
  {
    method: 'POST',
    template: HOOK,
    open: true,
    limit,
    handle: (call) => ({
      body: messagePayload(
        followUp(call.world, param(call, 0), param(call, 1), json(call), call.files.length),
      ),
    }),
  },
  {
    method: 'GET',
    template: `${HOOK}/messages/:message`,
    open: true,
    limit,
    handle: (call) => ({ body: messagePayload(target(call)) }),
  },
  {
    method: 'PATCH',
    template: `${HOOK}/messages/:message`,
    open: true,
    limit,
    handle: (call) => ({
      body: messagePayload(editBody(call.world, target(call), json(call), call.files.length)),
    }),
  },
  {
    method: 'DELETE',
    template: `${HOOK}/messages/:message`,
    open: true,
    limit,
    handle: (call) => {
      deleteMessage(call.world, target(call));
      return { status: 204 };
    },
  },
];

function json({ body }: Call): Json {
  return isJson(body) ? body : {};
}

function target(call: Call) {
  return webhookMessage(call.world, param(call, 0), param(call, 1), param(call, 2));
}

function callbackPayload(call: Call, id: string, message: unknown): Json {
  const type = isJson(call.body) ? call.body['type'] : undefined;
  return {
    interaction: { id, type: 2, response_message_loading: type === 5 },
    ...(message === undefined ? {} : { resource: { type, message } }),
  };
}
