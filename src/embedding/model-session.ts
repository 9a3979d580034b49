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
   * @param threads that compute side by side; one for each core where it is not given
   */
  static async open(file: string, threads?: number): Promise<ModelSession> {
    const options = threads === undefined ? {} : { intraOpNumThreads: threads };
    return new ModelSession(await onnx.InferenceSession.create(file, options));
  }

  /** The last layer's states, `dims` numbers for each of a text's word pieces. */
  async states(ids: readonly number[]): Promise<Float32Array> {
    const inputs = this.#session.inputNames.map(
      (name) => [name, new onnx.Tensor('int64', inputOf(name, ids), [1, ids.length])] as const,
    );
    const outputs: Partial<InferenceSession.OnnxValueMapType> = await this.#session.run(
      Object.fromEntries(inputs),
    );
    const states = (outputs['last_hidden_state'] ?? outputs['logits'])?.data;
    if (!(states instanceof Float32Array)) throw new Error('the model gives no hidden states');
    return states;
  }
}

/** One text alone needs no padding, and has one segment. */
function inputOf(name: string, ids: readonly number[]): BigInt64Array {
  switch (name) {
    case 'input_ids':
      return BigInt64Array.from(ids, BigInt);
    case 'attention_mask':
      return new BigInt64Array(ids.length).fill(1n);
    case 'token_type_ids':
      return new BigInt64Array(ids.length);
    default:
      throw new Error(`the model asks for ${name}, which a text does not have`);
  }
}
