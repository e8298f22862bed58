import type { MouseEvent, ReactNode } from 'react';
import { addressOf, go } from './address.js';

/** A link within the page: to a record by its id, or to an address. */
export function Link({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const href = to.startsWith('/') ? to : addressOf(to);
  const follow = (event: MouseEvent) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}
