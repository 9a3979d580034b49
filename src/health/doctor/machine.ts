import { fault, ok, warning, type Finding } from '../../finding.js';

/** As package.json's `engines` says. */
const LEAST_NODE = [20, 19] as const;

/** Whether this Node runs Newsdesk; `version` as `process.versions.node` gives it. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [least, leastMinor] = LEAST_NODE;
  if (major > least || (major === least && minor >= leastMinor)) return ok('Node', version);
  return fault(
    'Node',
    `This is Node ${version}. Install Node 22 (or 20.19 and up), then run "npm ci" again.`,
  );
}

/** Opens something with each native module: that a file is there does not say that it can be loaded. */
export const NATIVE_MODULES = {
  'better-sqlite3': async () => {
    const { default: Database } = await import('better-sqlite3');
    const memory = new Database(':memory:');
    memory.exec('CREATE VIRTUAL TABLE words USING fts5(word)');
    memory.close();
  },
  'hnswlib-node': async () => {
    const { default: hnswlib } = await import('hnswlib-node');
    new hnswlib.HierarchicalNSW('cosine', 4).initIndex(1);
  },
  'onnxruntime-node': async () => {
    await import('onnxruntime-node');
  },
} as const satisfies Record<string, () => Promise<void>>;

/** Whether the native modules were built, and for this Node. */
export function checkNativeModules(
  modules: Readonly<Record<string, () => Promise<void>>> = NATIVE_MODULES,
): Promise<Finding[]> {
  const checks = Object.entries(modules).map(async ([name, use]) => {
    try {
      await use();
      return ok('Native module', name);
    } catch (error) {
      const reason = firstLine(error);
      return fault(
        'Native module',
        `${name} can't be used (${reason}). Run "npm rebuild ${name}"; it needs a C++ compiler and Python 3 (on Debian and Ubuntu "apt install build-essential python3"). If that does not help, remove node_modules and run "npm ci".`,
      );
    }
  });
  return Promise.all(checks);
}

/** What is free where the data is, in bytes. */
export function checkDisk(folder: string, free: number): Finding {
  const MB = 1_000_000;
  const said = `${Math.round(free / MB)} MB free at ${folder}`;
  if (free < 100 * MB) {
    return fault('Disk', `${said}. Make room: Newsdesk needs some 35 MB for each MB of text.`);
  }
  if (free < 1000 * MB) return warning('Disk', `${said}, some 35 MB go for each MB of text.`);
  return ok('Disk', said);
}

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
