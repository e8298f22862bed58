import { Agent, request } from 'node:http';

/** Sends over connections that are kept; `ask` gives the milliseconds, and whether it was answered without errors. */
export function clientOf(address, token) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 20_000 });
  const send = (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const begun = performance.now();
      const sent = request(address + path, { method, agent, headers }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            ms: performance.now() - begun,
            status: response.statusCode,
            text: Buffer.concat(parts).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    async ask(query, variables) {
      const { ms, status, text } = await send('POST', 'graphql', JSON.stringify({ query, variables }));
      return { ms, ok: status === 200 && !text.includes('"errors":['), text };
    },
    get: (path) => send('GET', path),
    /** How the server fares: its memory and what is used of its heap, in MB, and its open files and connections. */
    async process() {
      const { text } = await send('GET', 'metrics');
      const of = (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
      return {
        mb: Math.round(of('process_resident_memory_bytes') / 1e6),
        heap: Math.round(of('nodejs_heap_size_used_bytes') / 1e6),
        handles: of('process_open_fds'),
      };
    },
    /** Closes the connections that are open; the next request opens its own. */
    close: () => agent.destroy(),
  };
}
