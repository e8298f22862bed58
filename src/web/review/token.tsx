import { useState } from 'react';
import { token } from '../graph/token.js';
import { words } from '../words.js';

/** Where a curator's token goes: it is kept for this tab alone. */
export function Token() {
  const [own, setOwn] = useState(token.get);
  return (
    <label className="token">
      {words.token}
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
