/** The least that a question can take from a cold start: the model is loaded, and embeds it once. */
import { env, pipeline } from '@xenova/transformers';

const [models, question] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = models;
const embed = await pipeline('feature-extraction', 'Xenova/all-MiniLM-L6-v2', { quantized: true });
await embed(question, { pooling: 'mean', normalize: true });
