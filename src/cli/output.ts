import { isatty } from 'node:tty';
import type { Failure } from './failure.js';
import { styleFor, type Style } from './style.js';
import { plainJson } from './text.js';

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * The one place where something is said. Standard output belongs to what was asked for: one JSON
 * value with `--json`, else text for a person. All else goes to standard error.
 */
export class Output {
  readonly json: boolean;
  readonly quiet: boolean;
  /** For standard output. */
  readonly style: Style;
  #hasResult = false;

  constructor({ json, quiet }: OutputOptions) {
    this.json = json;
    this.quiet = quiet;
    this.style = styleFor(isatty(1), process.env);
  }

  /** Columns to wrap text at; none if no terminal shows it. */
  get columns(): number | undefined {
    // Some terminals say 0 if they do not know.
    return process.stdout.isTTY ? process.stdout.columns || undefined : undefined;
  }

  /** What was asked for; the text is made only if a person reads it. */
  result(value: unknown, text: () => string): void {
    this.#hasResult = true;
    if (this.json) process.stdout.write(`${plainJson(value)}\n`);
    else writeText(process.stdout, text());
  }

  /** What was done, which `--quiet` leaves out. */
  done(value: unknown, text: () => string): void {
    if (this.json || !this.quiet) this.result(value, text);
  }

  /** What is going on, or what to know about it. */
  note(text: string): void {
    if (!this.quiet) writeText(process.stderr, text);
  }

  /** Something that failed while the rest went on. */
  problem(text: string): void {
    writeText(process.stderr, `newsdesk: ${text}`);
  }

  /** What ended the command. It is the one JSON value if there was none yet. */
  failure({ code, message }: Failure): void {
    this.problem(message);
    if (this.json && !this.#hasResult) this.result({ error: { code, message } }, () => '');
  }
}

function writeText(stream: NodeJS.WriteStream, text: string): void {
  if (text !== '') stream.write(text.endsWith('\n') ? text : `${text}\n`);
}
