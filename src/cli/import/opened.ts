import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { addAbortSignal, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RapporteurError } from '../../errors.js';

/** A file as it is read, with the name that messages call it by. */
export interface OpenedFile {
  readonly bytes: AsyncIterable<Buffer>;
  readonly name: string;
}

/** Opens a file to be read once, stdin for `-`; one that ends in .gz is unpacked. @throws BAD_USER_INPUT where it cannot be read */
export async function opened(file: string, signal: AbortSignal): Promise<OpenedFile> {
  if (file === '-') return { bytes: addAbortSignal(signal, process.stdin), name: 'stdin' };
  const name = basename(file);
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('it is a folder');
    const stream = addAbortSignal(signal, handle.createReadStream());
    return { bytes: file.endsWith('.gz') ? unpacked(stream, name) : stream, name };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RapporteurError(
      'BAD_USER_INPUT',
      code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read (${message})`,
    );
  }
}

async function* unpacked(stream: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    // What goes wrong with the file ends the unpacking with the same error.
    yield* pipeline(stream, createGunzip(), () => undefined) as AsyncIterable<Buffer>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    throw new RapporteurError('BAD_USER_INPUT', `${name} is no whole gzip file (${message})`);
  }
}
