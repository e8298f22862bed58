const queries = import.meta.glob<string>('../../../tests/questions/**/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('../../../tests/questions/**/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The questions that the tests answer, in the order of their names, as GraphiQL's tabs. */
export const examples = Object.entries(queries)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, query]) => ({
    query,
    variables: variables[path.replace(/\.graphql$/, '.variables.json')] ?? '',
    headers: null,
  }));
