import { createServer, type AddressInfo } from 'node:net';
import { RapporteurError } from '../../errors.js';

/** That port of loopback, once nothing is found listening on it; any free one for 0. */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', (error) => {
      const why = `Port ${wanted} of 127.0.0.1 cannot be used (${error.message}): choose another.`;
      reject(new RapporteurError('BAD_SETTING', why));
    });
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
