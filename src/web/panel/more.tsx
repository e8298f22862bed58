import { useState, type ReactNode } from 'react';

/** Shows what comes next once it is asked for: the next page, at whose end there may be another such. */
export function More({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  const [isAsked, ask] = useState(false);
  if (isAsked) return children;
  return (
    <button type="button" onClick={() => ask(true)}>
      {what}
    </button>
  );
}
