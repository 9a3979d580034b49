import { SingleBar } from 'cli-progress';
import type { IndexProgress } from '../newsdesk.js';
import type { Output } from './output.js';
import { graphemes } from '../text/graphemes.js';
import { count, duration, plainLine, size } from './text.js';

const LONGEST_SOURCE = 40;

/** Shows how far the work is: a bar on standard error if that is a terminal. */
export class Progress {
  readonly #output: Output;
  readonly #isShown: boolean;
  #bar: SingleBar | undefined;
  #startedAt = 0;
  #download: string | undefined;

  constructor(output: Output) {
    this.#output = output;
    this.#isShown = process.stderr.isTTY && !output.quiet;
  }

  readonly index = (progress: IndexProgress): void => {
    switch (progress.step) {
      case 'waiting':
        this.#output.note(`Waiting for ${progress.holder} to finish indexing.`);
        return;
      case 'saving':
        this.stop();
        return;
      case 'embedding':
        this.#show(progress.share, (elapsed) => indexingText(progress, elapsed));
    }
  };

  readonly download = (file: string, loaded: number, total: number): void => {
    if (!this.#isShown && file !== this.#download) {
      this.#output.note(`Fetching ${file} of the model.`);
    }
    this.#download = file;
    const share = total === 0 ? 0 : loaded / total;
    this.#show(share, () => `${file} of the model, ${size(loaded)} of ${size(total)}`);
    if (share >= 1) this.stop();
  };

  readonly steps = (step: string, done: number, total: number): void => {
    const share = total === 0 ? 1 : done / total;
    this.#show(share, (elapsed) => `${step}, ${done} of ${total}${timeLeft(share, elapsed)}`);
    if (done >= total) this.stop();
  };

  /** Takes the bar away. */
  stop(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #show(share: number, text: (elapsedMs: number) => string): void {
    if (!this.#isShown) return;
    if (this.#bar === undefined) {
      this.#startedAt = performance.now();
      this.#bar = new SingleBar({
        format: '{bar} {percentage}% {text}',
        stream: process.stderr,
        barsize: 20,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        hideCursor: true,
        clearOnComplete: true,
        // Ctrl-C is the command's own to answer.
        gracefulExit: false,
      });
      this.#bar.start(1, 0, { text: '' });
    }
    this.#bar.update(Math.min(share, 1), { text: text(performance.now() - this.#startedAt) });
  }
}

function indexingText(
  { source, share, passages, texts }: Extract<IndexProgress, { step: 'embedding' }>,
  elapsedMs: number,
): string {
  const seconds = Math.max(elapsedMs / 1000, 0.001);
  // An article's passages count when it is whole; until the first is, its texts tell the pace.
  const done =
    passages > 0
      ? `${count(passages, 'passage')}, ${(passages / seconds).toFixed(1)} passages/s`
      : `${texts.done} of ${texts.total} texts, ${(texts.done / seconds).toFixed(1)}/s`;
  return `${done}${timeLeft(share, elapsedMs)} ${shortSource(source)}`;
}

function timeLeft(share: number, elapsedMs: number): string {
  if (share <= 0 || share >= 1) return '';
  return `, ${duration((elapsedMs / share) * (1 - share))} left`;
}

/** The end of a path or an address tells more than its beginning. */
function shortSource(source: string): string {
  const line = [...graphemes(plainLine(source))];
  return line.length <= LONGEST_SOURCE
    ? line.join('')
    : `…${line.slice(1 - LONGEST_SOURCE).join('')}`;
}
