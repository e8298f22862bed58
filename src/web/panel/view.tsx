import { useMemo, type ReactNode } from 'react';
import { useQuery, type CombinedError, type TypedDocumentNode } from 'urql';
import { words } from '../words.js';
import { failureOf } from './failure.js';
import { useChanges } from './live.js';
import { only } from './only.js';

/** The query that a panel shows for its own, what it answered, and what went wrong under it. */
export interface Part {
  readonly query: { readonly text: string; readonly variables: Readonly<Record<string, unknown>> };
  readonly data: unknown;
  readonly error: string | undefined;
}

/** What a view's one operation answered. */
export interface Asked<Data> {
  readonly data: Data;
  /** What went wrong under a field, where something did. */
  errorAt(path: string): string | undefined;
  /** A panel's part of it, by the paths of what it shows: `meeting.statements`. */
  at(...paths: readonly string[]): Part;
}

interface Props<Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly isLive?: boolean;
  readonly children: (asked: Asked<Data>) => ReactNode;
}

/** Asks a view's one operation, and again when something was written where it is live; says that it loads, or that the server is gone. */
export function View<Data, Variables extends Record<string, unknown>>({
  document,
  variables,
  isLive = false,
  children,
}: Props<Data, Variables>) {
  const [{ data, error, fetching }, again] = useQuery({ query: document, variables });
  useChanges(isLive, () => again({ requestPolicy: 'network-only' }));
  const textOf = useMemo(() => {
    const known = new Map<string, string>();
    return (paths: readonly string[]) => {
      const key = paths.join(' ');
      const text = known.get(key) ?? only(document, paths);
      known.set(key, text);
      return text;
    };
  }, [document]);
  if (data)
    return children({
      data,
      errorAt: (path) => found(error, path),
      at: (...paths) => ({
        query: { text: textOf(paths), variables },
        data: paths.length === 1 ? pick(data, paths[0]!) : paths.map((path) => pick(data, path)),
        error: paths.map((path) => found(error, path)).find((message) => message !== undefined),
      }),
    });
  if (fetching)
    return (
      <p className="state" role="status">
        {words.loading}
      </p>
    );
  return (
    <p className="state failed" role="alert">
      {error ? failureOf(error) : words.empty}
    </p>
  );
}

const found = (error: CombinedError | undefined, path: string) =>
  error?.graphQLErrors.find((e) => path.split('.').every((name, i) => e.path?.[i] === name))?.message;

const pick = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, name) => (at as Readonly<Record<string, unknown>> | null | undefined)?.[name],
      data,
    );
