import type { ReactNode } from 'react';
import { words } from '../words.js';

interface Props {
  readonly kind: ReactNode;
  readonly name: string;
  readonly children?: ReactNode;
}

/** What a view is of: its name, which is the window's title too, and what is known at a glance. */
export function Heading({ kind, name, children }: Props) {
  return (
    <header className="title">
      <title>{`${name} – ${words.name}`}</title>
      <p className="kind">{kind}</p>
      <h1 dir="auto">{name}</h1>
      {children}
    </header>
  );
}
