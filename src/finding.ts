/** What a look at one thing has found. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly subject: string;
  /** A fault keeps Newsdesk from working, a warning does not. */
  readonly level: 'ok' | 'warning' | 'fault';
  /** What is there or what is wrong, and then what to do about it. */
  readonly message: string;
}

export function ok(subject: string, message: string): Finding {
  return { subject, level: 'ok', message };
}

export function warning(subject: string, message: string): Finding {
  return { subject, level: 'warning', message };
}

export function fault(subject: string, message: string): Finding {
  return { subject, level: 'fault', message };
}
