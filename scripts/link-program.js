import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// npm links the programs of dependencies, not a project's own; with this, "npx newsdesk" finds it.
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, 'dist', 'src', 'cli', 'main.js');
const folder = path.join(root, 'node_modules', '.bin');
const link = path.join(folder, 'newsdesk');

await mkdir(folder, { recursive: true });
await chmod(program, 0o755);
if (process.platform === 'win32') {
  await writeFile(`${link}.cmd`, `@node "%~dp0\\..\\..\\dist\\src\\cli\\main.js" %*\r\n`);
} else {
  await rm(link, { force: true });
  await symlink(path.relative(folder, program), link);
}
