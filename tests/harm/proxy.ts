import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** What becomes of bytes on their way to the database and back. */
export type Weather = 'fair' | 'cut' | 'silent' | { readonly delay: number } | { readonly perSecond: number };

/** A way to a server that can be cut, made slow, or fall silent, as networks do. */
export interface Proxy {
  readonly port: number;
  weather: Weather;
  /** Cuts every connection there is; new ones are as the weather is. */
  cut(): void;
  /** Cuts every connection as soon as the client has sent bytes that hold this; the server may have had them, or not. */
  cutAt(bytes: Buffer, reaches: boolean): Promise<void>;
  readonly connections: number;
  close(): Promise<void>;
}

export async function proxy(to: { readonly host: string; readonly port: number }): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let weather: Weather = 'fair';
  let trap: { readonly bytes: Buffer; readonly reaches: boolean; sprung(): void } | undefined;
  const server = createServer((near) => {
    if (weather === 'cut') return void near.destroy();
    const far = connect(to.port, to.host);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) {
      socket.on('error', end);
      socket.on('close', end);
    }
    near.on('data', (bytes: Buffer) => {
      if (trap && bytes.includes(trap.bytes)) {
        const { reaches, sprung } = trap;
        trap = undefined;
        // The server gets it and answers to nobody.
        if (reaches) far.write(bytes, () => setTimeout(end, 300));
        else end();
        near.destroy();
        return void setTimeout(sprung, 350);
      }
      carry(bytes, near, far);
    });
    far.on('data', (bytes: Buffer) => carry(bytes, far, near));
  });
  function carry(bytes: Buffer, from: Socket, to: Socket): void {
    if (weather === 'silent') return;
    if (weather === 'cut') return void from.destroy();
    if (weather === 'fair') return void to.write(bytes);
    from.pause();
    const wait = 'delay' in weather ? weather.delay : (bytes.length / weather.perSecond) * 1000;
    setTimeout(() => {
      to.write(bytes);
      from.resume();
    }, wait);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    get weather() {
      return weather;
    },
    set weather(now) {
      weather = now;
      if (now === 'cut') cut();
    },
    get connections() {
      return pairs.size;
    },
    cut,
    cutAt: (bytes, reaches) =>
      new Promise((resolve) => {
        trap = { bytes, reaches, sprung: resolve };
      }),
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
