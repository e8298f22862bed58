import type { begin } from '../cli/command.js';

/** Where a server that was begun listens, once it does. */
export function address({ child, ended }: ReturnType<typeof begin>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /http:\S+\//.exec(said)?.[0];
      if (found) resolve(found);
    });
    void ended.then(({ status, stderr }) =>
      reject(new Error(`it did not start (${status}): ${said}${stderr}`)),
    );
  });
}
