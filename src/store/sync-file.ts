import { open } from 'node:fs/promises';

/** Waits until the disk has it, so that a rename after it never shows an unfinished file. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
