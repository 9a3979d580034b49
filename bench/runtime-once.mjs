/**
 * One runtime in a process of its own: `runtime-once.mjs FOLDER-OF-THE-PACKAGE EMBEDDER READER`; what
 * it measured goes to standard output as JSON, times in ms and sizes in bytes.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, embedder, reader] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const began = performance.now();
const onnx = createRequire(import.meta.url)(path.resolve(folder));
const open = (file) => onnx.InferenceSession.create(file, { intraOpNumThreads: 1 });
const session = await open(embedder);
const loading = performance.now() - began;

/** Word pieces of a usual question, and of a usual passage; which ones makes no difference in time. */
const QUESTION = 15;
const PASSAGE = 120;
const READ = 160;

function feeds({ inputNames }, length) {
  const values = {
    input_ids: BigInt64Array.from({ length }, (_, at) => BigInt(2_000 + ((at * 37) % 20_000))),
    attention_mask: new BigInt64Array(length).fill(1n),
    token_type_ids: new BigInt64Array(length),
  };
  return Object.fromEntries(
    inputNames.map((name) => [name, new onnx.Tensor('int64', values[name], [1, length])]),
  );
}

async function timed(model, length, times) {
  const all = [];
  for (let round = -10; round < times; round++) {
    const started = performance.now();
    await model.run(feeds(model, length));
    if (round >= 0) all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)];
}

const question = await timed(session, QUESTION, 300);
const passage = await timed(session, PASSAGE, 100);
const reading = await timed(await open(reader), READ, 100);
const memory = process.memoryUsage().rss - before;

/** How late a timer comes while it computes: by a whole run, if it computes on the thread that calls. */
let late = 0;
let last = performance.now();
const timer = setInterval(() => {
  late = Math.max(late, performance.now() - last - 1);
  last = performance.now();
}, 1);
for (let round = 0; round < 20; round++) {
  await session.run(feeds(session, PASSAGE));
  await new Promise((resolve) => setImmediate(resolve));
}
clearInterval(timer);

process.stdout.write(JSON.stringify({ loading, question, passage, reading, memory, late }));
