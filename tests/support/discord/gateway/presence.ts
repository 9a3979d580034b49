import { GATEWAY } from '../limits.js';
import type { Field } from '../validate/form.js';

/** events/gateway-events: update presence, also inside IDENTIFY. */
export function checkPresence(field: Field): void {
  field.key('status').require();
  field.key('status').oneOf(['online', 'dnd', 'idle', 'invisible', 'offline']);
  field.key('afk').boolean();
  for (const activity of field.key('activities').list({ max: 1 })) {
    activity.key('type').integer({ max: 5 });
    if (activity.key('name').require()) {
      activity.key('name').text({ min: 1, max: GATEWAY.activityName });
    }
    activity.key('state').text({ max: GATEWAY.activityName });
  }
}

/** The line that people see under the bot's name. */
export function presenceText(presence: unknown): string | undefined {
  const { activities } = (presence ?? {}) as { activities?: unknown };
  if (!Array.isArray(activities)) return undefined;
  const [activity] = activities as { type?: number; name?: string; state?: string | null }[];
  return activity?.state ?? activity?.name;
}
