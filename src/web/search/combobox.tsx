import { useEffect, useId, useState, type KeyboardEvent, type Ref } from 'react';
import { useQuery } from 'urql';
import { plain } from '../words.js';
import { Marked } from './marked.js';
import { search, type Kind } from './search.js';

const SHOWN = 8;
/** Milliseconds after the last key before the server is asked. */
const PAUSE = 120;

interface Props {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What may be found; all that can be where it is left out. */
  readonly kinds?: readonly Kind[] | undefined;
  readonly choose: (id: string, name: string) => void;
  readonly input?: Ref<HTMLInputElement>;
}

/** A field that shows what is found as one types: arrow keys go through it, Enter chooses, Escape closes. */
export function Combobox({ label, placeholder, text, setText, kinds, choose, input }: Props) {
  const [asked, setAsked] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const [{ data }] = useQuery({
    query: search,
    variables: { text: asked, first: SHOWN, after: null, kinds: kinds ? [...kinds] : null },
    pause: !isOpen || !asked,
  });
  const found = isOpen && asked ? (data?.search.edges ?? []) : [];

  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const take = (node: (typeof found)[number]['node']) => {
    close();
    choose(node.id, 'name' in node ? node.name : node.id);
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close();
    const hit = found[at];
    if (event.key === 'Enter') {
      if (hit) event.preventDefault();
      return hit ? take(hit.node) : close();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step || !found.length) return;
    event.preventDefault();
    setAt((now) => ((now + step + 1 + found.length + 1) % (found.length + 1)) - 1);
  };

  return (
    <div className="combobox">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={move}
      />
      <ul id={list} role="listbox" aria-label={label} hidden={found.length === 0}>
        {found.map(({ highlight, node }, i) => (
          <li
            key={node.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === at}
            // The field must not lose the focus before the click is heard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(node)}
          >
            <span className="kind">{plain(node.__typename)}</span>
            <span dir="auto">
              <Marked text={highlight} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
