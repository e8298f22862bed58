import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RapporteurError } from '../../errors.js';
import { articlesIn, type Handed } from '../../exchange/articles/of-bytes.js';

const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml|jsonl|ndjson|xml|rss|atom)$/i;
const WAIT = 30_000;
const LARGEST = 20_000_000;

/** The articles behind names: files, folders with all that is in them, addresses, and - for stdin. @throws BAD_SOURCE */
export async function* handedOver(names: readonly string[]): AsyncGenerator<Handed> {
  for (const name of names) {
    if (name === '-') yield* articlesIn({ source: 'stdin', bytes: await stdin() });
    else if (/^https?:\/\//.test(name)) yield* await fetched(name);
    else yield* inPath(name);
  }
}

async function* inPath(path: string): AsyncGenerator<Handed> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new RapporteurError('BAD_SOURCE', `There is no file or folder ${path}`);
  if (!found.isDirectory()) {
    yield* articlesIn({ source: path, bytes: await readFile(path) });
    return;
  }
  const files = (await readdir(path, { recursive: true, encoding: 'utf8' }))
    .filter((f) => READABLE.test(f))
    .sort();
  if (!files.length)
    throw new RapporteurError(
      'BAD_SOURCE',
      `In the folder ${path} there is no text, Markdown, HTML, JSON Lines or feed`,
    );
  for (const file of files)
    yield* articlesIn({ source: join(path, file), bytes: await readFile(join(path, file)) });
}

async function fetched(url: string): Promise<Handed[]> {
  const refuse = (why: string): Handed[] => [{ source: url, error: new RapporteurError('BAD_ARTICLE', why) }];
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(WAIT),
      headers: {
        accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.8',
      },
    });
    if (!response.ok) return refuse(`The server answers ${response.status} ${response.statusText}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).length;
      if (size > LARGEST) return refuse(`It has more than ${LARGEST.toLocaleString('en')} bytes`);
      chunks.push(chunk as Uint8Array);
    }
    return articlesIn({
      source: url,
      bytes: Buffer.concat(chunks),
      url: response.url || url,
      type: response.headers.get('content-type') ?? undefined,
    });
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    return refuse(`It cannot be had: ${cause?.message ?? message}`);
  }
}

async function stdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
