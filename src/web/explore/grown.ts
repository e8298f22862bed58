import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureOf } from '../panel/failure.js';
import { neighbours } from './asked.js';
import type { End, Tie } from './network.js';

export interface Grown {
  readonly ties: readonly Tie[];
  /** Those that were grown themselves, as far as they are known. */
  readonly ends: readonly End[];
  readonly isLoading: boolean;
  readonly failure: string | undefined;
}

/** The ties of each entity that was grown, in that order; each is asked for once. */
export function useGrown(ids: readonly string[], during: string | undefined, first: number): Grown {
  const client = useClient();
  const [grown, setGrown] = useState<Grown>({ ties: [], ends: [], isLoading: true, failure: undefined });
  const key = ids.join(' ');
  useEffect(() => {
    let isOver = false;
    setGrown((before) => ({ ...before, isLoading: true }));
    void Promise.all(
      key
        .split(' ')
        .filter(Boolean)
        .map((of) => client.query(neighbours, { of, during: during ?? null, first }).toPromise()),
    ).then((answers) => {
      const failed = answers.find(({ error }) => error)?.error;
      if (!isOver)
        setGrown({
          ties: answers.flatMap(({ data }) => data?.neighbours ?? []),
          ends: answers.flatMap(({ data }) => data?.node ?? []),
          isLoading: false,
          failure: failed && failureOf(failed),
        });
    });
    return () => {
      isOver = true;
    };
  }, [client, key, during, first]);
  return grown;
}
