import { lazy, Suspense, type ComponentType } from 'react';
import { useAddress, type Address, type Room } from './address/address.js';
import { Link } from './address/link.js';
import { FrontView } from './front/front.js';
import { FoundView } from './search/found.js';
import { SearchBox } from './search/box.js';
import { words } from './words.js';

type RecordView = ComponentType<{ readonly id: string }>;

const actor = lazy(async () => ({ default: (await import('./actor/actor.js')).ActorView }));

const entity = lazy(async () => ({ default: (await import('./entity/entity.js')).EntityView }));
const fact = lazy(async () => ({ default: (await import('./fact/fact.js')).FactView }));

/** The view of each kind of record: the first part of its address. */
const views: Readonly<Record<string, RecordView>> = {
  meeting: lazy(async () => ({ default: (await import('./meeting/meeting.js')).MeetingView })),
  person: actor,
  country: actor,
  organization: actor,
  'unnamed-actor': actor,
  topic: lazy(async () => ({ default: (await import('./topic/topic.js')).TopicView })),
  claim: lazy(async () => ({ default: (await import('./claim/claim.js')).ClaimView })),
  article: lazy(async () => ({ default: (await import('./article/article.js')).ArticleView })),
  place: entity,
  venue: entity,
  'meeting-series': entity,
  event: entity,
  document: entity,
  report: fact,
  position: fact,
  role: fact,
  participation: fact,
  mention: fact,
  match: fact,
  change: lazy(async () => ({ default: (await import('./review/one-change.js')).ChangeView })),
  statement: lazy(async () => ({ default: (await import('./statement/statement.js')).StatementView })),
};

const rooms: Readonly<Record<Room, ComponentType>> = {
  search: FoundView,
  explore: lazy(async () => ({ default: (await import('./explore/explore.js')).ExploreView })),
  talks: lazy(async () => ({ default: (await import('./talks/talks.js')).TalksView })),
  read: lazy(async () => ({ default: (await import('./read/read.js')).ReadView })),
  review: lazy(async () => ({ default: (await import('./review/rooms.js')).ReviewRooms })),
};

/** The page: a search box over all, and the view of the address below it. */
export function App() {
  const address = useAddress();
  return (
    <>
      <a className="skip" href="#shown">
        {words.skip}
      </a>
      <header className="masthead">
        <Link to="/">
          <strong>{words.name}</strong>
        </Link>
        <SearchBox key={address.view === 'room' ? (address.asked.get('q') ?? '') : ''} />
        <nav aria-label={words.pages}>
          <Link to="/explore">{words.explore}</Link> <Link to="/talks">{words.talks}</Link>{' '}
          <Link to="/read">{words.read}</Link> <Link to="/review">{words.review}</Link>{' '}
          <a href="/playground">{words.playground}</a>
        </nav>
      </header>
      <main id="shown" tabIndex={-1}>
        <Suspense fallback={<p className="state">{words.loading}</p>}>
          <Shown of={address} />
        </Suspense>
      </main>
    </>
  );
}

function Shown({ of }: { readonly of: Address }) {
  if (of.view === 'front') return <FrontView />;
  if (of.view === 'room') {
    const Asked = rooms[of.room];
    return <Asked key={of.part ?? ''} />;
  }
  const Found = of.view === 'record' ? views[of.kind] : undefined;
  if (of.view === 'record' && Found) return <Found key={of.id} id={of.id} />;
  return <p className="state failed">{words.nowhere(of.view === 'nowhere' ? of.path : `/${of.kind}`)}</p>;
}
