import type { ReactNode } from 'react';
import { roomAt } from '../address/address.js';
import { Link } from '../address/link.js';
import { plain, words } from '../words.js';
import { Heading } from './heading.js';

interface Props {
  readonly of: {
    readonly __typename: string;
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly aliases: readonly { readonly text: string }[];
  };
  readonly children?: ReactNode;
}

/** What an entity is: its kind, its names, what is said of it at a glance, and the way into the network around it. */
export function EntityHeading({ of: { __typename, id, name, description, aliases }, children }: Props) {
  return (
    <Heading kind={plain(__typename)} name={name}>
      {children}
      {description && <p dir="auto">{description}</p>}
      {aliases.length > 0 && (
        <p className="aliases" dir="auto">
          {aliases.map((a) => a.text).join(' · ')}
        </p>
      )}
      <p>
        <Link to={roomAt('explore', { of: id })}>{words.explore}</Link>
      </p>
    </Heading>
  );
}
