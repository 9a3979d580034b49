import type { Logger } from 'pino';
import { readConfig, type Config } from '../config.js';
import type { Embedder } from '../embedding/embedder.js';
import { findModel } from '../embedding/model-files.js';
import { createLog } from '../log.js';
import type { Newsdesk } from '../newsdesk.js';
import type { OpenOptions } from '../open.js';
import { abortOnEndSignals } from './interrupted.js';
import type { Output } from './output.js';
import { Progress } from './progress.js';

export interface SharedOptions {
  readonly dataDir?: string | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** An embedder that is shared with others, and how articles are changed. */
export type SessionOpen = Pick<OpenOptions, 'embedder' | 'detached' | 'savesAlone'> & {
  /** Something is to be embedded at once: the model loads while all else does. */
  readonly warm?: boolean;
};

/** What a subcommand works with; all that it opens is closed when it ends. */
export class Session {
  readonly output: Output;
  readonly progress: Progress;
  readonly config: Config;
  #newsdesk: Newsdesk | undefined;
  #warmed: Embedder | undefined;
  #interrupts: ReturnType<typeof abortOnEndSignals> | undefined;

  /** @throws NewsdeskError `setting-invalid` */
  constructor(output: Output, { dataDir }: SharedOptions) {
    this.output = output;
    this.progress = new Progress(output);
    this.config = readConfig({
      ...process.env,
      ...(dataDir === undefined ? {} : { NEWSDESK_DATA_DIR: dataDir }),
    });
  }

  /** Aborted by Ctrl-C and SIGTERM from the first call on; before, they end the program. */
  get signal(): AbortSignal {
    this.#interrupts ??= abortOnEndSignals();
    return this.#interrupts.signal;
  }

  get isInterrupted(): boolean {
    return this.#interrupts?.signal.aborted === true;
  }

  /** At `usual`, unless the settings name a level: a command says itself what a person needs. */
  log(usual: 'info' | 'error'): Logger {
    return createLog(this.config.logLevel ?? (this.output.quiet ? 'error' : usual));
  }

  /**
   * With an embedder of its own if none is given.
   * @throws NewsdeskError if the data folder or the model can't be used
   */
  async open(log: Logger = this.log('error'), options: SessionOpen = {}): Promise<Newsdesk> {
    const warmed = options.warm === true ? { embedder: await this.#warmEmbedder(log) } : {};
    // Loaded here: the doctor must be able to run if a native module can't be loaded.
    const { openNewsdesk } = await import('../open.js');
    this.#newsdesk ??= await openNewsdesk(this.config, {
      ...(await this.#openOptions(log)),
      ...options,
      ...warmed,
    });
    return this.#newsdesk;
  }

  /** For `open`, if something else is to use it as well; closed with what was opened. */
  async embedder(log: Logger): Promise<Embedder> {
    const { openEmbedder } = await import('../open-embedder.js');
    return openEmbedder(this.config, await this.#openOptions(log));
  }

  async #warmEmbedder(log: Logger): Promise<Embedder> {
    this.#warmed ??= await this.embedder(log);
    // Whoever embeds hears why it can't be loaded.
    this.#warmed.model().catch(() => undefined);
    return this.#warmed;
  }

  async close(): Promise<void> {
    this.progress.stop();
    await this.#newsdesk?.close();
    // It may be that nothing was opened with it.
    await this.#warmed?.close();
    this.#interrupts?.release();
  }

  async #openOptions(log: Logger): Promise<OpenOptions> {
    const isHere = (await findModel(this.config.model)) !== undefined;
    return {
      log,
      // Files that are here are read through the same hook.
      onModelDownload: isHere ? undefined : this.progress.download,
      stdin: process.stdin,
    };
  }
}
