import type { Result } from 'neo4j-driver';

type Rows = Record<string, unknown>[];

/**
 * The rows that a statement of a transaction finds. The driver keeps each result of a transaction until that ends, with its
 * observer or its promise: so that a backup does not come to hold the whole store, neither leads to the rows once they are given.
 */
export function found(result: Result): Promise<Rows> {
  let open: { rows: Rows; resolve(rows: Rows): void; reject(error: unknown): void } | undefined;
  const given = new Promise<Rows>((resolve, reject) => {
    open = { rows: [], resolve, reject };
  });
  const closed = () => {
    const last = open;
    open = undefined;
    return last;
  };
  result.subscribe({
    onNext: (record) => void open?.rows.push(record.toObject()),
    onCompleted: () => {
      const last = closed();
      last?.resolve(last.rows);
    },
    onError: (error) => closed()?.reject(error),
  });
  return given;
}
