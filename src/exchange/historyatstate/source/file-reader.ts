import type { Refusal } from '../../bring/outcome.js';
import type { Draft } from './draft.js';
import type { Folder, Read } from './folder.js';
import { records } from './records.js';
import { Refused, SourceRecord } from './source-record.js';
import { Unreadable } from './unreadable.js';

/** Refusals of one file after which it is taken for something else. */
const MOST_REFUSED = 1000;

/** Reads files, one after the other, into a draft. */
export class FileReader {
  /** Where each record was read that has an id of its own. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly draft: Draft,
    private readonly refused: Refusal[],
  ) {}

  /** What cannot be read is refused; what was read before it stays. @param at names the file in messages */
  async read(path: string, at: string, folder: Folder): Promise<void> {
    const { refused, seen } = this;
    const origin = { repository: folder.repository, file: at, refused, seen };
    const refuse = (line: number, problem: string) =>
      refused.push({ record: at, source: `${at}:${line}`, problem });
    const before = refused.length;
    try {
      for await (const found of records(path, { ...folder, records: Object.keys(folder.read) })) {
        if ('problem' in found) refuse(found.line, found.problem);
        else
          this.record(
            new SourceRecord(found.element, found.within, origin),
            folder.read[found.element.name]!,
          );
        if (refused.length - before >= MOST_REFUSED)
          throw new Unreadable(
            1,
            `${MOST_REFUSED.toLocaleString('en')} refusals; what follows in the file was not read`,
          );
      }
    } catch (error) {
      if (error instanceof Unreadable) refuse(error.line, error.message);
      else if (isOfTheSystem(error)) refuse(1, `the file cannot be read: ${error.message}`);
      else throw error;
    }
  }

  private record(record: SourceRecord, read: Read): void {
    try {
      read(record, this.draft);
      record.settle();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      record.refuse(error.message);
    }
  }
}

const isOfTheSystem = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;
