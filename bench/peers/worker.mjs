/**
 * One peer in a process of its own, so that its memory and its start can be measured:
 * `worker.mjs PEER index|ask JOB.json`; what it measured goes to standard output as one JSON value.
 */
import { readFile } from 'node:fs/promises';

const [peer, phase, jobFile] = process.argv.slice(2);
const job = JSON.parse(await readFile(jobFile, 'utf8'));
const { open } = await import(`./${peer}-peer.mjs`);
const desk = await open(job);

async function timed(run) {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

const measured = phase === 'index' ? await index() : await ask();
process.stdout.write(JSON.stringify(measured), () => {
  void desk.close().then(() => process.exit(0));
});

async function index() {
  const { documents } = job;
  await desk.prepare?.(documents);
  const first = await timed(() => desk.index(documents));
  const unchanged = await timed(() => desk.index(documents));
  const [one] = documents;
  const edited = await timed(() =>
    desk.update({ ...one, text: `${one.text} It was checked again in the spring of 2024.` }),
  );
  await desk.update(one);
  await desk.save();
  return { first, unchanged, edited };
}

async function ask() {
  const { questions } = job;
  await desk.ask(questions[0].question);
  // From the start of the process, its loading included.
  const cold = performance.timeOrigin + performance.now() - job.started;
  for (const { question } of questions.slice(0, 50)) await desk.ask(question);
  const times = [];
  let first = 0;
  let shown = 0;
  let characters = 0;
  for (const { question, source, answers } of questions) {
    const began = performance.now();
    const hits = await desk.ask(question);
    times.push(performance.now() - began);
    const [best] = hits;
    if (best?.source === source) first++;
    if (answers.some((answer) => best?.shown.includes(answer))) shown++;
    characters += best?.shown.length ?? 0;
  }
  return {
    cold,
    times,
    recall: first / questions.length,
    shown: shown / questions.length,
    characters: characters / questions.length,
  };
}
