import { open, rename, rm, stat } from 'node:fs/promises';
import { createGzip } from 'node:zlib';
import { RapporteurError } from '../../errors.js';

/**
 * Has a file written beside its place and moved there when it is whole; one that ends in .gz is packed.
 * @throws BAD_USER_INPUT where there is one already, without `force`
 */
export async function toFile(
  file: string,
  force: boolean,
  write: (...to: NodeJS.WritableStream[]) => Promise<void>,
): Promise<void> {
  await toPlace(file, force, async (aside) => {
    const out = (await open(aside, 'wx')).createWriteStream({ flush: true });
    await write(...(file.endsWith('.gz') ? [createGzip()] : []), out);
  });
}

/** The same for what writes a file by its name. */
export async function toPlace(
  file: string,
  force: boolean,
  write: (aside: string) => Promise<void>,
): Promise<void> {
  await check(file, force);
  const aside = `${file}.${process.pid}.part`;
  try {
    await write(aside);
    await check(file, force);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    const { path, message } = error as NodeJS.ErrnoException;
    throw path === aside ? refused(`${file} cannot be written (${message})`) : error;
  }
}

async function check(file: string, force: boolean): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (!there) return;
  if (!there.isFile())
    throw refused(`${file} is no file; write to stdout and lead it there: … export graph > ${file}`);
  if (!force) throw refused(`${file} is there already; --force overwrites it`);
}

const refused = (message: string) => new RapporteurError('BAD_USER_INPUT', message);
