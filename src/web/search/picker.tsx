import { useEffect, useRef, useState } from 'react';
import { Combobox } from './combobox.js';
import type { Kind } from './search.js';

interface Props {
  readonly label: string;
  readonly kinds?: readonly Kind[];
  readonly pick: (id: string, name: string) => void;
  /** One types into it at once. */
  readonly hasFocus?: boolean;
}

/** A field that picks one record and is empty again. */
export function Picker({ label, kinds, pick, hasFocus }: Props) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  return (
    <Combobox
      label={label}
      text={text}
      setText={setText}
      kinds={kinds}
      input={input}
      choose={(id, name) => {
        setText('');
        pick(id, name);
      }}
    />
  );
}
