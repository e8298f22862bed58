import { useState } from 'react';
import type { OperationResult } from 'urql';
import { failureOf } from '../panel/failure.js';
import { words } from '../words.js';
import { ChangeShown, type ChangeRow } from './change.js';

type Ask = (dryRun: boolean) => PromiseLike<OperationResult<{ readonly change: ChangeRow }, never>>;

/** Shows what a change would move before it is made; then makes it. */
export function Preview({ ask, what }: { readonly ask: Ask; readonly what: string }) {
  const [seen, see] = useState<ChangeRow>();
  const [failure, fail] = useState<string>();
  const run = async (dryRun: boolean) => {
    const { data, error } = await ask(dryRun);
    fail(error && failureOf(error));
    see(data?.change);
  };
  return (
    <>
      <div className="controls">
        <button type="button" onClick={() => void run(true)}>
          {words.preview}
        </button>
        {seen?.dryRun && (
          <button type="button" onClick={() => void run(false)}>
            {what}
          </button>
        )}
      </div>
      {failure && (
        <p className="failed" role="alert">
          {failure}
        </p>
      )}
      <div role="status">
        {seen && (
          <>
            <p className="told">{seen.dryRun ? words.wouldMove : words.isDone}</p>
            <ChangeShown of={seen} />
          </>
        )}
      </div>
    </>
  );
}
