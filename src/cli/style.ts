/** How emphasis looks. Without a terminal the answering sentences are marked as in Markdown. */
export interface Style {
  /** The words that answer stand out by themselves. */
  readonly showsMarks: boolean;
  bold(text: string): string;
  underline(text: string): string;
  dim(text: string): string;
  /** The answering sentence. */
  strong(text: string): string;
}

const ESCAPES: Style = {
  showsMarks: true,
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  underline: (text) => `\u001b[4m${text}\u001b[24m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
};

const PLAIN: Style = {
  showsMarks: false,
  bold: (text) => text,
  underline: (text) => text,
  dim: (text) => text,
  strong: (text) => `**${text}**`,
};

/** @see https://no-color.org */
export function styleFor(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const noColor = env['NO_COLOR'] ?? '';
  return isTerminal && noColor === '' && env['TERM'] !== 'dumb' ? ESCAPES : PLAIN;
}
