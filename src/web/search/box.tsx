import { useEffect, useRef, useState, type FormEvent } from 'react';
import { addressOf, go, roomAt, useAsked } from '../address/address.js';
import { isCommand } from '../panel/keys.js';
import { words } from '../words.js';
import { Combobox } from './combobox.js';

/** The search box over all: what is found opens, Enter alone shows all of it, `/` comes back to the box. */
export function SearchBox() {
  const [text, setText] = useState(useAsked().get('q') ?? '');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isCommand(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);

  const leave = (href: string) => {
    input.current?.blur();
    go(href);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) leave(roomAt('search', { q: text.trim() }));
  };

  return (
    <form role="search" onSubmit={submit}>
      <Combobox
        label={words.search}
        placeholder={`${words.search}  /`}
        text={text}
        setText={setText}
        choose={(id) => leave(addressOf(id))}
        input={input}
      />
    </form>
  );
}
