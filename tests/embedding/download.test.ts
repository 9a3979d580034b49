import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODEL_FILE, MODEL_FILES } from '../../src/embedding/model-files.js';
import {
  DEFAULT_MODEL_SETTINGS,
  DEFAULT_READER_SETTINGS,
  EMBEDDER_URL,
  realEmbedder,
} from '../support/model.js';

const LIBRARY = pathToFileURL(createRequire(import.meta.url).resolve('@xenova/transformers'));

const HUB_READER = 'Somebody/reader';

/** Serves the models that come with Newsdesk under the addresses of the hub. */
function loopbackHub(asked: string[]): Server {
  const { name, dir } = DEFAULT_MODEL_SETTINGS;
  const files = new Map<string, string>(
    MODEL_FILES.map((file) => [`/${name}/resolve/main/${file}`, path.join(dir, name, file)]),
  );
  // A reader with a tokenizer of its own, as all have that come from the hub.
  for (const file of MODEL_FILES) {
    const from = file === MODEL_FILE ? DEFAULT_READER_SETTINGS.name : name;
    files.set(`/${HUB_READER}/resolve/main/${file}`, path.join(dir, from, file));
  }
  return createServer((request, response) => {
    const file = files.get(request.url ?? '');
    asked.push(request.url ?? '');
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    void stat(file).then(({ size }) => {
      response.writeHead(200, { 'content-length': size });
      createReadStream(file).pipe(response);
    });
  });
}

describe('a model that is not on this machine', () => {
  const asked: string[] = [];
  const hub = loopbackHub(asked);
  let folder: string;
  let childUrl: URL;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-hub-'));
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    const { port } = hub.address() as AddressInfo;
    const file = path.join(folder, 'child.mjs');
    await writeFile(
      file,
      `import { env } from ${JSON.stringify(LIBRARY.href)};
       env.remoteHost = 'http://127.0.0.1:${port}/';
       await import(${JSON.stringify(EMBEDDER_URL.href)});`,
    );
    childUrl = pathToFileURL(file);
  });
  afterAll(async () => {
    hub.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('comes from the hub, once, and embeds as the same files do anywhere', async () => {
    const settings = {
      ...DEFAULT_MODEL_SETTINGS,
      dir: path.join(folder, 'models'),
      cacheDir: path.join(folder, 'cache'),
    };
    const here = realEmbedder();
    const wanted = await here.embed(['Where will he stay?'], 'question');
    await here.close();

    const shares: number[] = [];
    const fetching = realEmbedder({
      settings,
      childUrl,
      onDownload: (_file, loaded, total) => shares.push(loaded / total),
    });
    expect(await fetching.embed(['Where will he stay?'], 'question')).toEqual(wanted);
    await fetching.close();
    expect(Math.max(...shares)).toBe(1);
    expect(asked).toContain(`/${settings.name}/resolve/main/onnx/model_quantized.onnx`);

    asked.length = 0;
    const again = realEmbedder({ settings, childUrl });
    expect(await again.embed(['Where will he stay?'], 'question')).toEqual(wanted);
    await again.close();
    expect(asked).toEqual([]);
  });

  it('comes from the hub to read with, and reads as the same files do anywhere', async () => {
    const passage = { text: 'Bob keeps the key.', stretches: [{ start: 0, end: 18 }] };
    const here = realEmbedder({ reader: DEFAULT_READER_SETTINGS });
    const wanted = await here.reader?.read('Who keeps the key?', [passage]);
    await here.close();

    const files: string[] = [];
    const reader = {
      name: HUB_READER,
      dir: path.join(folder, 'models'),
      cacheDir: path.join(folder, 'cache'),
    };
    const onDownload = (file: string): void => {
      files.push(file);
    };
    const fetching = realEmbedder({ reader, childUrl, onDownload });
    expect(await fetching.reader?.read('Who keeps the key?', [passage])).toEqual(wanted);
    expect((await fetching.embed(['Who?'], 'question'))[0]).toHaveLength(384);
    await fetching.close();
    expect(files).toContain(MODEL_FILE);

    asked.length = 0;
    const again = realEmbedder({ reader, childUrl });
    expect(await again.reader?.read('Who keeps the key?', [passage])).toEqual(wanted);
    await again.close();
    expect(asked).toEqual([]);
  });

  it('is told by its file and its setting if the hub has no such reader', async () => {
    const reader = {
      name: 'Nobody/none',
      dir: path.join(folder, 'models'),
      cacheDir: path.join(folder, 'cache'),
    };
    const embedder = realEmbedder({ reader, childUrl });
    const error: unknown = await embedder.model().catch((reason: unknown) => reason);
    await embedder.close();
    expect(error).toMatchObject({ code: 'model-missing' });
    expect(String(error)).toContain('NEWSDESK_READER');
    expect(String(error)).toContain(path.join('Nobody', 'none'));
  });
});
