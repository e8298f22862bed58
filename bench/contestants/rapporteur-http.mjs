import { Agent, request } from 'node:http';
import { documentOf } from '../questions.mjs';

/** Rapporteur as a client meets it: over HTTP, with connections that are kept. */
export async function open({ server }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const { port } = new URL(server);
  const post = (body) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(
        { agent, host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers },
        (answer) => {
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    async prepare(question, variables) {
      const body = JSON.stringify({ query: documentOf(question), variables });
      return async () => {
        const answer = await post(body);
        if (answer.startsWith('{"errors"')) throw new Error(JSON.parse(answer).errors[0].message);
        return answer;
      };
    },
    data: (answer) => JSON.parse(answer).data,
  };
}
