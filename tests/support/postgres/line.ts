import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that can fall silent, as when a cable is cut: nothing is closed. */
export interface Line {
  /** Of the database at the other end. */
  readonly url: string;
  cut(): void;
  /** What was under way is lost; new connections get through. */
  mend(): void;
  end(): void;
}

export async function lineTo(url: string): Promise<Line> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    sockets.add(near.on('error', () => undefined));
    if (isCut) return;
    const far = connect(Number(target.port), target.hostname).on('error', () => undefined);
    sockets.add(far);
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(url);
  here.port = String((server.address() as AddressInfo).port);
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: here.href,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: () => {
      isCut = false;
      drop();
    },
    end: () => {
      drop();
      server.close();
    },
  };
}
