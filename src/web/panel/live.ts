import { useEffect, useRef } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '../graph/graphql.js';

const changed = graphql(`
  subscription Changed {
    changed {
      id
    }
  }
`);

/** Milliseconds between two refreshes while many changes come. */
const PAUSE = 1000;

/** Calls back where something was written, at most once a second; the last change is never missed. */
export function useChanges(isLive: boolean, refresh: () => void): void {
  const [{ data }] = useSubscription({ query: changed, pause: !isLive });
  const latest = useRef(refresh);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (!data || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, PAUSE);
  }, [data]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
