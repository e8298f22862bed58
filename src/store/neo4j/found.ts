import type { Transaction } from 'neo4j-driver';

/**
 * The rows that a statement of a transaction finds. The driver keeps each result of a transaction, with all its records, until
 * that ends: a backup would come to hold the whole store. What has come to its end is taken from that list.
 */
export async function found(
  transaction: Transaction,
  text: string,
  values: Record<string, unknown>,
): Promise<Record<string, unknown>[]> {
  const result = transaction.run(text, values);
  const { records } = await result;
  const kept = (transaction as unknown as { readonly _results?: unknown[] })._results;
  kept?.splice(kept.indexOf(result), 1);
  return records.map((record) => record.toObject());
}
