/** Text in quotes; a subselect; a bracket; a clause that begins a line. What lies between them stays as it is. */
const tokens =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\(|\)|(?<!LEFT) (?=(?:SELECT|FROM|WHERE|GROUP BY|ORDER BY|LIMIT|(?:LEFT )?JOIN|UNION(?: ALL)?) )/g;

/** A statement in SQL over several lines, subselects moved in. Only white space differs from what is sent. */
export function layOut(sql: string): string[] {
  const open: ('subselect' | 'bracket')[] = [];
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  const text = sql.replace(tokens, (token, at: number) => {
    if (token === '(') {
      const subselect = /^(SELECT|WITH) /.test(sql.slice(at + 1, at + 8));
      open.push(subselect ? 'subselect' : 'bracket');
      if (!subselect) return token;
      depth++;
      return `(${line()}`;
    }
    if (token === ')' && open.pop() === 'subselect') {
      depth--;
      return `${line()})`;
    }
    // In a bracket it is no clause but, say, the order within an aggregate.
    return token === ' ' && open.at(-1) !== 'bracket' ? line() : token;
  });
  return text.split('\n');
}
