import { print } from 'graphql';
import { useMemo, type ReactNode } from 'react';
import { useQuery, type CombinedError, type TypedDocumentNode } from 'urql';
import { words } from '../words.js';
import { useChanges } from './live.js';

/** What a view's one operation answered, and how its panels speak of it. */
export interface Asked<Data> {
  readonly data: Data;
  /** The operation as it runs in the playground. */
  readonly query: { readonly text: string; readonly variables: Readonly<Record<string, unknown>> };
  /** What went wrong under one of its fields, where something did. */
  errorAt(...path: readonly string[]): string | undefined;
}

/** Asks a view's one operation, and again when something was written where it is live; says that it loads, or that the server is gone. */
export function View<Data, Variables extends Record<string, unknown>>({
  document,
  variables,
  isLive = false,
  children,
}: {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly isLive?: boolean;
  readonly children: (asked: Asked<Data>) => ReactNode;
}) {
  const [{ data, error, fetching }, again] = useQuery({ query: document, variables });
  useChanges(isLive, () => again({ requestPolicy: 'network-only' }));
  const text = useMemo(() => print(document), [document]);
  if (data)
    return children({
      data,
      query: { text, variables },
      errorAt: (...path) => found(error, path),
    });
  if (fetching)
    return (
      <p className="state" role="status">
        {words.loading}
      </p>
    );
  return (
    <p className="state failed" role="alert">
      {error?.networkError ? words.unreachable : (error?.graphQLErrors[0]?.message ?? words.empty)}
    </p>
  );
}

const found = (error: CombinedError | undefined, path: readonly string[]) =>
  error?.graphQLErrors.find((e) => path.every((name, i) => e.path?.[i] === name))?.message;
