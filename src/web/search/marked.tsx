const PARTS = /<mark>(.*?)<\/mark>/gs;

/** A text of the API's in which what matched stands between <mark> and </mark>, the rest escaped: as elements, never as HTML. */
export function Marked({ text }: { readonly text: string }) {
  return text
    .split(PARTS)
    .map((part, i) =>
      i % 2 ? <mark key={i}>{unescaped(part)}</mark> : <span key={i}>{unescaped(part)}</span>,
    );
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const unescaped = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => NAMED[name] ?? '');
