import { Link } from '../address/link.js';
import type { ResultOf } from '../graph/graphql.js';
import { Actor } from '../panel/actor.js';
import { plain, words } from '../words.js';
import type { FactFields } from './fields.js';

/** A fact in its words: what it says, from which passage, and whom its names could mean. */
export function FactShown({ of: fact }: { readonly of: Fact }) {
  const [evidence] = fact.evidence;
  return (
    <>
      <p className="kind">
        {plain(fact.__typename)}
        {evidence && ` · ${Math.round(evidence.confidence * 100)} %`}
        {evidence?.article && (
          <>
            {' · '}
            <Link to={evidence.article.id}>{evidence.article.title}</Link>
          </>
        )}
      </p>
      <div dir="auto">
        <What of={fact} />
      </div>
      {evidence?.exact && (
        <p className="passage">
          <q dir="auto">{evidence.exact}</q>
        </p>
      )}
    </>
  );
}

type Fact = ResultOf<typeof FactFields>;

function What({ of }: { readonly of: Fact }) {
  switch (of.__typename) {
    case 'Statement':
      return (
        <>
          <Actor of={of.speaker} /> {plain(of.act)}: <Link to={of.id}>{of.text}</Link>
        </>
      );
    case 'Report':
      return (
        <>
          {plain(of.form)}: “{of.text}”
        </>
      );
    case 'Mention':
      return (
        <>
          “{of.exact}”{' '}
          {of.entity ? (
            <>
              is <Link to={of.entity.id}>{of.entity.name}</Link>
            </>
          ) : (
            words.open
          )}
          <span className="reason"> {of.reason}</span>
          <ol className="candidates">
            {of.candidates.map(({ entity, reason }, i) => (
              <li key={entity.id}>
                <kbd>{i + 1}</kbd> <Link to={entity.id}>{entity.name}</Link>{' '}
                <span className="reason">{reason}</span>
              </li>
            ))}
          </ol>
        </>
      );
    case 'Match':
      return (
        <>
          <Link to={of.a.id}>{of.a.name}</Link> {words.mayBe} <Link to={of.b.id}>{of.b.name}</Link>
          <span className="reason"> {of.reason}</span>
        </>
      );
    case 'Participation':
      return (
        <>
          <Actor of={of.participant} /> {plain(of.capacity)}:{' '}
          <Link to={of.meeting.id}>{of.meeting.name}</Link>
        </>
      );
    case 'Role':
      return (
        <>
          <Link to={of.person.id}>{of.person.name}</Link>: {of.title}, <Actor of={of.of} />
        </>
      );
    default:
      return <Link to={of.id}>{'name' in of ? of.name : of.id}</Link>;
  }
}
