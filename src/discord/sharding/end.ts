/** Tells a shard to finish what is under way and end. */
export const END = { newsdesk: 'end' } as const;

export function isEnd(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'newsdesk' in message
    ? message.newsdesk === END.newsdesk
    : false;
}
