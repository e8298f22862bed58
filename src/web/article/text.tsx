import { useMemo } from 'react';
import { piecesOf, type Fact } from './marks.js';

interface Props {
  readonly body: string;
  readonly facts: readonly Fact[];
  readonly pointed: string | undefined;
  readonly point: (fact: string | undefined) => void;
}

/** The text with its spans marked; what is pointed at shows in the list of facts, and the other way round. */
export function Text({ body, facts, pointed, point }: Props) {
  const pieces = useMemo(() => piecesOf(body, facts), [body, facts]);
  return (
    <div className="body" dir="auto">
      {pieces.map(({ text, facts: of }, i) => {
        if (!of.length) return <span key={i}>{text}</span>;
        const inner = of.find(({ role }) => role === 'MENTION') ?? of[0]!;
        const roles = [...new Set(of.map(({ role }) => role.toLowerCase()))].join(' ');
        return (
          <mark
            key={i}
            className={`${roles} ${of.some(({ fact }) => fact.id === pointed) ? 'pointed' : ''}`}
            onMouseEnter={() => point(inner.fact.id)}
            onMouseLeave={() => point(undefined)}
            onClick={() =>
              document.getElementById(`fact-${inner.fact.id}`)?.scrollIntoView({ block: 'nearest' })
            }
          >
            {text}
          </mark>
        );
      })}
    </div>
  );
}
