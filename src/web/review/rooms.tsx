import type { ComponentType } from 'react';
import { useAddress } from '../address/address.js';
import { Link } from '../address/link.js';
import { Heading } from '../panel/heading.js';
import { Token } from '../panel/token.js';
import { words } from '../words.js';
import { LogView } from './log.js';
import { MergeView } from './merge.js';
import { ReviewView } from './review.js';
import { SplitView } from './split.js';

const parts: Readonly<Record<string, ComponentType>> = {
  proposals: ReviewView,
  merge: MergeView,
  split: SplitView,
  log: LogView,
};

/** What a curator does: decide on proposals, merge and split, and look at the log. */
export function ReviewRooms() {
  const address = useAddress();
  const part = (address.view === 'room' ? address.part : undefined) ?? 'proposals';
  const Part = parts[part];
  return (
    <>
      <Heading kind={words.review} name={words.rooms[part as keyof typeof words.rooms] ?? part} />
      <nav aria-label={words.review} className="rooms">
        {Object.keys(parts).map((name) => (
          <Link key={name} to={name === 'proposals' ? '/review' : `/review/${name}`} isHere={name === part}>
            {words.rooms[name as keyof typeof words.rooms]}
          </Link>
        ))}
      </nav>
      <Token scope="curate" />
      {Part ? <Part /> : <p className="state failed">{words.nowhere(`/review/${part}`)}</p>}
    </>
  );
}
