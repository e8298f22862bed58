import type { ManagedTransaction, Transaction } from 'neo4j-driver';

/** So many of the last writes can be asked for: those whose connection was lost are asked for within seconds. */
const KEPT = 100;

type Runs = Pick<Transaction | ManagedTransaction, 'run'>;

/**
 * Takes the log's head, so that who would write waits, and leaves there that this write was. Neo4j reads what is committed:
 * without a lock two would write at one place in the log.
 */
export async function noted(transaction: Runs, mark: string): Promise<void> {
  await transaction.run(
    `MERGE (m:Meta {key: 'head'}) SET m.value = coalesce(m.value, '') SET m.marks = ([$mark] + coalesce(m.marks, []))[..${KEPT}]`,
    { mark },
  );
}

/** Whether the write that left this mark was committed. */
export async function landed(transaction: Runs, mark: string): Promise<boolean> {
  const { records } = await transaction.run(
    "MERGE (m:Meta {key: 'head'}) SET m.value = coalesce(m.value, '') RETURN $mark IN coalesce(m.marks, []) AS landed",
    { mark },
  );
  return records[0]?.get('landed') === true;
}
