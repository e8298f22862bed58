import { lazy, Suspense, type ComponentType } from 'react';
import { useAddress, type Address } from './address/address.js';
import { Link } from './address/link.js';
import { FrontView } from './front/front.js';
import { FoundView } from './search/found.js';
import { SearchBox } from './search/box.js';
import { words } from './words.js';

type RecordView = ComponentType<{ readonly id: string }>;

const actor = lazy(async () => ({ default: (await import('./actor/actor.js')).ActorView }));

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
  statement: lazy(async () => ({ default: (await import('./statement/statement.js')).StatementView })),
};

const ReviewView = lazy(async () => ({ default: (await import('./review/review.js')).ReviewView }));

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
        <SearchBox key={address.view === 'search' ? address.text : ''} />
        <nav aria-label="Other pages">
          <Link to="/review">{words.review}</Link> <a href="/playground">{words.playground}</a>
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
  if (of.view === 'review') return <ReviewView />;
  if (of.view === 'search') return <FoundView text={of.text} />;
  const Found = of.view === 'record' ? views[of.kind] : undefined;
  if (of.view === 'record' && Found) return <Found key={of.id} id={of.id} />;
  return <p className="state failed">{words.nowhere(of.view === 'nowhere' ? of.path : `/${of.kind}`)}</p>;
}
