import type { begin } from '../cli/command.js';

/** Where a server that was begun listens, once it does. */
export async function address({ child, ended }: ReturnType<typeof begin>): Promise<string> {
  let said = '';
  for await (const text of child.stdout) {
    said += String(text);
    const found = /http:\S+\//.exec(said)?.[0];
    if (found) return found;
  }
  const { status, stderr } = await ended;
  throw new Error(`it did not start (${status}): ${said}${stderr}`);
}
