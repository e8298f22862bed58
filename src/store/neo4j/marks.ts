import type { ManagedTransaction, Transaction } from 'neo4j-driver';

/** So many of the last writes can be asked for: those whose connection was lost are asked for within seconds. */
const KEPT = 100;

const HEAD = "(m:Meta {key: 'head'})";
/** Setting something takes the lock, and only what is read after that is what the last one wrote. */
const LOCKED = "SET m.value = coalesce(m.value, '')";

type Runs = Pick<Transaction | ManagedTransaction, 'run'>;

/**
 * Takes the log's head, so that who would write waits, and leaves there that this write was. Neo4j reads what is committed:
 * without a lock two would write at one place in the log.
 */
export async function noted(transaction: Runs, mark: string): Promise<void> {
  const marked = `${LOCKED} SET m.marks = ([$mark] + coalesce(m.marks, []))[..${KEPT}] RETURN m.key`;
  // Matched and not merged, but for the first time: a merge locks the key too, and those who wait would hold that.
  const { records } = await transaction.run(`MATCH ${HEAD} ${marked}`, { mark });
  if (!records.length) await transaction.run(`MERGE ${HEAD} ${marked}`, { mark });
}

/** Whether the write that left this mark was committed. */
export async function landed(transaction: Runs, mark: string): Promise<boolean> {
  const { records } = await transaction.run(
    `MATCH ${HEAD} ${LOCKED} RETURN $mark IN coalesce(m.marks, []) AS landed`,
    { mark },
  );
  return records[0]?.get('landed') === true;
}
