import onnx, { type InferenceSession } from 'onnxruntime-node';

/** A model in onnxruntime, which computes on the thread that calls it and on those of its own. */
export class ModelSession {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  /**
   * Opened by its path: @xenova/transformers hands over the bytes, and onnxruntime-node 1.14 then
   * takes no notice of any option.
   * @param threads that compute side by side; one for each core if it is not given
   */
  static async open(file: string, threads?: number): Promise<ModelSession> {
    const options = threads === undefined ? {} : { intraOpNumThreads: threads };
    return new ModelSession(await onnx.InferenceSession.create(file, options));
  }

  /** Whether it is for question answering. */
  get tellsSpans(): boolean {
    const { outputNames } = this.#session;
    return outputNames.includes('start_logits') && outputNames.includes('end_logits');
  }

  /** The last layer's states, `dims` numbers for each of a text's word pieces. */
  async states(ids: readonly number[]): Promise<Float32Array> {
    const outputs = await this.#run(ids, ids.length);
    const states = (outputs['last_hidden_state'] ?? outputs['logits'])?.data;
    if (!(states instanceof Float32Array)) throw new Error('the model gives no hidden states');
    return states;
  }

  /**
   * The logits that an answer starts and ends at each of the pieces of a question and a text.
   * @param textAt the position of the text's first piece
   */
  async spans(
    ids: readonly number[],
    textAt: number,
  ): Promise<{ readonly starts: Float32Array; readonly ends: Float32Array }> {
    const outputs = await this.#run(ids, textAt);
    const starts = outputs['start_logits']?.data;
    const ends = outputs['end_logits']?.data;
    if (!(starts instanceof Float32Array) || !(ends instanceof Float32Array)) {
      throw new Error('the model gives no start and end logits');
    }
    return { starts, ends };
  }

  #run(
    ids: readonly number[],
    secondAt: number,
  ): Promise<Partial<InferenceSession.OnnxValueMapType>> {
    const inputs = this.#session.inputNames.map(
      (name) =>
        [name, new onnx.Tensor('int64', inputOf(name, ids, secondAt), [1, ids.length])] as const,
    );
    return this.#session.run(Object.fromEntries(inputs));
  }
}

/** One input alone needs no padding; its second segment begins at `secondAt`. */
function inputOf(name: string, ids: readonly number[], secondAt: number): BigInt64Array {
  switch (name) {
    case 'input_ids':
      return BigInt64Array.from(ids, BigInt);
    case 'attention_mask':
      return new BigInt64Array(ids.length).fill(1n);
    case 'token_type_ids':
      return new BigInt64Array(ids.length).fill(1n, secondAt);
    default:
      throw new Error(`the model asks for ${name}, which a text does not have`);
  }
}
