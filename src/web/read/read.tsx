import { useState, type DragEvent } from 'react';
import { useClient } from 'urql';
import { Link } from '../address/link.js';
import { failureOf } from '../panel/failure.js';
import { Heading } from '../panel/heading.js';
import { Token } from '../panel/token.js';
import type { ResultOf } from '../graph/graphql.js';
import { words } from '../words.js';
import { read } from './asked.js';
import { Form, noArticle } from './form.js';
import { given } from './given.js';
import { WouldRead } from './would-read.js';

type Result = ResultOf<typeof read>['readArticle'];

/** An article is pasted or dropped, what would be read of it is shown, and then it is written. */
export function ReadView() {
  const client = useClient();
  const [article, setArticle] = useState(noArticle);
  const [seen, see] = useState<Result>();
  const [written, setWritten] = useState<Result>();
  const [told, tell] = useState('');
  const [failure, fail] = useState<string>();

  const change = (to: Partial<typeof article>) => {
    setArticle((before) => ({ ...before, ...to }));
    see(undefined);
  };
  const ask = async (dryRun: boolean) => {
    fail(undefined);
    tell(dryRun ? words.reading : words.writing);
    const input = Object.fromEntries(Object.entries(article).filter(([, value]) => value !== ''));
    const { data, error } = await client.mutation(read, { input: input as typeof article, dryRun });
    tell('');
    if (!data) return fail(error ? failureOf(error) : words.unreachable);
    if (dryRun) return see(data.readArticle);
    see(undefined);
    setArticle(noArticle);
    setWritten(data.readArticle);
  };
  const take = async (file: File | undefined) => {
    if (file) change(await given(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Heading kind={words.review} name={words.read}>
        <p>{words.readHow}</p>
      </Heading>
      <Token scope="read-in" />
      <Form of={article} change={change} take={(file) => void take(file)} submit={() => void ask(true)} />
      <p role="status" className="told">
        {told}
      </p>
      {failure && (
        <p className="failed" role="alert">
          {failure}
        </p>
      )}
      {written && (
        <p className="state">
          {words.isWritten(written.change?.created ?? 0)}{' '}
          <Link to={written.article.id}>{written.article.title}</Link>
        </p>
      )}
      {seen && <WouldRead of={seen} article={article} write={() => void ask(false)} />}
    </div>
  );
}
