import { useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../graph/graphql.js';
import { failureOf } from '../panel/failure.js';
import { Token } from '../panel/token.js';
import { words } from '../words.js';

const attachText = graphql(`
  mutation AttachText($article: ID!, $text: String!) {
    attachText(article: $article, text: $text) {
      id
    }
  }
`);

/** Where the text of an article is given that the graph knows by its quotations alone. */
export function Attach({ article }: { readonly article: string }) {
  const client = useClient();
  const [text, setText] = useState('');
  const [told, tell] = useState('');
  const attach = async () => {
    const { error } = await client.mutation(attachText, { article, text });
    tell(error ? failureOf(error) : words.isAttached);
  };
  return (
    <details>
      <summary>{words.attach}</summary>
      <p>{words.attachHow}</p>
      <Token scope="read-in" />
      <form
        className="read"
        onSubmit={(event) => {
          event.preventDefault();
          void attach();
        }}
      >
        <label>
          {words.text}
          <textarea
            required
            rows={10}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <button type="submit">{words.attach}</button>
      </form>
      <p role="status" className="told">
        {told}
      </p>
    </details>
  );
}
