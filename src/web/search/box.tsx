import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useQuery } from 'urql';
import { addressOf, go, useAddress } from '../address/address.js';
import { isCommand } from '../panel/keys.js';
import { plain, words } from '../words.js';
import { Marked } from './marked.js';
import { search } from './search.js';

const SHOWN = 8;
/** Milliseconds after the last key before the server is asked. */
const PAUSE = 120;

/** The search box: what is found shows as one types, arrow keys choose, Enter opens, `/` comes back to it. */
export function SearchBox() {
  const address = useAddress();
  const [text, setText] = useState(address.view === 'search' ? address.text : '');
  const [asked, setAsked] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || !isCommand(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const [{ data }] = useQuery({
    query: search,
    variables: { text: asked, first: SHOWN, after: null },
    pause: !isOpen || !asked,
  });
  const found = isOpen && asked ? (data?.search.edges ?? []) : [];

  const leave = (href: string) => {
    setOpen(false);
    choose(-1);
    input.current?.blur();
    go(href);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hit = found[chosen];
    if (hit) leave(addressOf(hit.node.id));
    else if (text.trim()) leave(`/search?q=${encodeURIComponent(text.trim())}`);
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setOpen(false);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step || !found.length) return;
    event.preventDefault();
    choose((now) => ((now + step + 1 + found.length + 1) % (found.length + 1)) - 1);
  };

  return (
    <form role="search" onSubmit={submit}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={words.search}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        placeholder={`${words.search}  /`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          choose(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={move}
      />
      <ul id={list} role="listbox" aria-label={words.search} hidden={found.length === 0}>
        {found.map(({ highlight, node }, i) => (
          <li
            key={node.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            // The box must not lose the focus before the click is heard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => leave(addressOf(node.id))}
          >
            <span className="kind">{plain(node.__typename)}</span>
            <span dir="auto">
              <Marked text={highlight} />
            </span>
          </li>
        ))}
      </ul>
    </form>
  );
}
