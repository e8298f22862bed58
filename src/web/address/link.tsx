import type { MouseEvent, ReactNode } from 'react';
import { addressOf, go } from './address.js';

interface Props {
  readonly to: string;
  /** It leads to where one is. */
  readonly isHere?: boolean;
  readonly children: ReactNode;
}

/** A link within the page: to a record by its id, or to an address. */
export function Link({ to, isHere, children }: Props) {
  const href = to.startsWith('/') ? to : addressOf(to);
  const follow = (event: MouseEvent) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} onClick={follow} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  );
}
