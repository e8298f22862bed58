import { words } from '../words.js';

/** An article as it is given: an empty field is one that is not known. */
export interface Given {
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly publisher: string;
  readonly published: string;
  readonly byline: string;
  readonly dateline: string;
  readonly licence: string;
}

export const noArticle: Given = {
  title: '',
  text: '',
  url: '',
  publisher: '',
  published: '',
  byline: '',
  dateline: '',
  licence: '',
};

const about = ['url', 'publisher', 'published', 'byline', 'dateline', 'licence'] as const;

interface Props {
  readonly of: Given;
  readonly change: (to: Partial<Given>) => void;
  readonly take: (file: File | undefined) => void;
  readonly submit: () => void;
}

/** Where an article is pasted, with what is known of it. */
export function Form({ of, change, take, submit }: Props) {
  return (
    <form
      className="read"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label>
        {words.given.title}
        <input required value={of.title} onChange={(event) => change({ title: event.target.value })} />
      </label>
      <label>
        {words.given.text}
        <textarea
          required
          rows={12}
          dir="auto"
          value={of.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <label>
        {words.file}{' '}
        <input
          type="file"
          accept=".txt,.html,.htm,text/plain,text/html"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </label>
      <div className="about">
        {about.map((name) => (
          <label key={name}>
            {words.given[name]}
            <input
              value={of[name]}
              placeholder={words.examples[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <button type="submit">{words.wouldRead}</button>
    </form>
  );
}
