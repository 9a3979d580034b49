import type { Priority } from './embedder.js';
import type { ModelDescription, ModelSettings } from './model-files.js';
import type { ReadablePassage, Reading } from './passage-reader.js';

/** What the embedding process is started with, as JSON in its first argument. */
export interface ChildSetup {
  readonly settings: ModelSettings;
  /** Undefined if the model must first come from the hub. */
  readonly folder: string | undefined;
  /** A question-answering model beside it, with the folder of models that has it. */
  readonly reader?:
    { readonly settings: ModelSettings; readonly root: string | undefined } | undefined;
}

export interface EmbedRequest {
  readonly kind: 'embed';
  readonly text: string;
  readonly withWords: boolean;
  readonly priority: Priority;
}

export type EmbeddingJob =
  | EmbedRequest
  | { readonly kind: 'count'; readonly texts: readonly string[] }
  | { readonly kind: 'read'; readonly question: string; readonly passage: ReadablePassage };

export type ChildRequest = EmbeddingJob & { readonly id: number };

export type ChildMessage =
  | ChildReply
  | { readonly kind: 'loaded'; readonly model: ModelDescription }
  | { readonly kind: 'unloadable'; readonly which: 'embedding' | 'reader'; readonly reason: string }
  | {
      readonly kind: 'progress';
      readonly file: string;
      readonly loaded: number;
      readonly total: number;
    };

/** To a request. */
export type ChildReply =
  | {
      readonly kind: 'embedded';
      readonly id: number;
      readonly vector: Float32Array;
      /** Empty if they were not asked for. */
      readonly words: Float32Array;
    }
  | { readonly kind: 'counted'; readonly id: number; readonly counts: readonly number[] }
  | { readonly kind: 'read'; readonly id: number; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
