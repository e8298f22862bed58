import { useState } from 'react';
import { token } from '../graph/token.js';
import { words } from '../words.js';

/** Where a token goes that may do what is asked here: it is kept for this tab alone. */
export function Token({ scope }: { readonly scope: 'curate' | 'read-in' }) {
  const [own, setOwn] = useState(token.get);
  return (
    <label className="token">
      {words.token(scope)}
      <input
        type="password"
        autoComplete="off"
        value={own}
        onChange={(event) => {
          setOwn(event.target.value);
          token.set(event.target.value.trim());
        }}
      />
    </label>
  );
}
