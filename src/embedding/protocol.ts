import type { ModelDescription, ModelSettings } from './model-files.js';

/** What the worker thread is started with. */
export interface WorkerSetup {
  readonly settings: ModelSettings;
  /** Undefined where the model must first come from the hub. */
  readonly folder: string | undefined;
}

export type WorkerJob =
  | { readonly kind: 'embed'; readonly text: string }
  | { readonly kind: 'count'; readonly texts: readonly string[] };

export type WorkerRequest = WorkerJob & { readonly id: number };

export type WorkerMessage =
  | { readonly kind: 'loaded'; readonly model: ModelDescription }
  | { readonly kind: 'unloadable'; readonly reason: string }
  | {
      readonly kind: 'progress';
      readonly file: string;
      readonly loaded: number;
      readonly total: number;
    }
  | { readonly kind: 'embedded'; readonly id: number; readonly vector: Float32Array }
  | { readonly kind: 'counted'; readonly id: number; readonly counts: readonly number[] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
