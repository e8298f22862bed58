export interface Setting {
  readonly name: string;
  readonly usual: string | undefined;
  readonly description: string;
  readonly check?: (value: string) => string | undefined;
}

const number = (from: number, to: number) => (value: string) =>
  /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
    ? undefined
    : `a whole number from ${from} to ${to}`;

const onOrOff = (value: string) => (value === 'off' || value === 'on' ? undefined : 'off or on');

/** Every setting there is. docs/settings.md is this table. */
export const settings = [
  { name: 'HOST', usual: '127.0.0.1', description: 'The address to listen on.' },
  {
    name: 'PORT',
    usual: '4000',
    description: 'The port to listen on; 0 takes a free one.',
    check: number(0, 65535),
  },
  { name: 'DATA_DIR', usual: './data', description: 'The folder of the embedded store.' },
  {
    name: 'SEEDS',
    usual: 'all',
    description: 'Which folders of seeds/ an empty store gets: all, none, or a list with commas.',
    check: (v) =>
      /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(v)
        ? undefined
        : 'all, none, or names with commas, as in countries,stockholm',
  },
  {
    name: 'NEO4J_URI',
    usual: undefined,
    description: 'A Neo4j to use instead of the embedded store.',
    check: (v) =>
      /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s]+/.test(v)
        ? undefined
        : 'an address such as bolt://127.0.0.1:7687 or neo4j://host:7687',
  },
  {
    name: 'NEO4J_USERNAME',
    usual: undefined,
    description: 'Its user; none for a server without authentication.',
  },
  { name: 'NEO4J_PASSWORD', usual: undefined, description: "Its user's password." },
  { name: 'NEO4J_DATABASE', usual: 'neo4j', description: 'The database in it.' },
  {
    name: 'STATEMENT_TIMEOUT_MS',
    usual: '10000',
    description: 'How long a statement may run before it is ended.',
    check: number(1, 3_600_000),
  },
  {
    name: 'KNOWN_OPERATIONS',
    usual: undefined,
    description:
      'A folder of GraphQL documents that the server makes ready as it starts: NAME.graphql, with NAME.variables.json.',
  },
  {
    name: 'MAX_BODY_BYTES',
    usual: '1000000',
    description: 'How large the body of a request may be, unpacked.',
    check: number(1000, 100_000_000),
  },
  {
    name: 'MAX_TOKENS',
    usual: '2000',
    description: 'How many tokens a GraphQL document may have.',
    check: number(1, 100_000),
  },
  {
    name: 'MAX_DEPTH',
    usual: '15',
    description: 'How deep the fields of an operation may stand in one another, introspection apart.',
    check: number(1, 100),
  },
  {
    name: 'MAX_ALIASES',
    usual: '50',
    description: 'How many aliases an operation may have.',
    check: number(0, 10_000),
  },
  {
    name: 'MAX_REPEATS',
    usual: '50',
    description: 'How often one field may stand in one selection.',
    check: number(1, 10_000),
  },
  {
    name: 'MAX_DIRECTIVES',
    usual: '5',
    description: 'How many directives may stand at one place.',
    check: number(0, 1000),
  },
  {
    name: 'MAX_LIST_ITEMS',
    usual: '1000',
    description: 'How many items a list in a variable or an argument may have.',
    check: number(1, 1_000_000),
  },
  {
    name: 'MAX_OBJECTS',
    usual: '50000',
    description: 'How many records an operation may ask for, by the sizes of its pages.',
    check: number(1, 1_000_000_000),
  },
  {
    name: 'MAX_SUBSCRIPTIONS',
    usual: '1000',
    description: 'How many subscriptions may be open at once.',
    check: number(0, 1_000_000),
  },
  {
    name: 'INTROSPECTION',
    usual: 'on',
    description:
      'Whether clients may ask for the schema: on, or off, and then errors suggest no names of fields either.',
    check: onOrOff,
  },
  {
    name: 'TRUSTED_DOCUMENTS',
    usual: undefined,
    description:
      'A folder of GraphQL documents (.graphql): no others are answered. They are asked by their text or by its SHA-256.',
  },
  {
    name: 'CORS_ORIGINS',
    usual: undefined,
    description: 'Pages of which other origins may ask: a list with commas, or * for all. Without it, none.',
    check: (v) =>
      /^(\*|https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*)$/.test(v)
        ? undefined
        : '*, or origins with commas, as in https://example.org,http://localhost:3000',
  },
  {
    name: 'RATE_LIMIT',
    usual: undefined,
    description:
      'How many records one token, or one address without a token, may ask for in a minute. Without it, any number.',
    check: number(1, 1_000_000_000),
  },
  {
    name: 'RATE_STORE',
    usual: undefined,
    description:
      'A Redis in which several servers count together what RATE_LIMIT allows: redis://host:6379. Without it each counts in its memory, and so while it is away.',
    check: (v) =>
      /^rediss?:\/\/[^\s]+$/.test(v) ? undefined : 'an address such as redis://127.0.0.1:6379 or rediss://…',
  },
  {
    name: 'TRUST_PROXY',
    usual: 'off',
    description: 'Whether the address of a client is what the proxy before this server says: off or on.',
    check: onOrOff,
  },
  {
    name: 'METRICS',
    usual: 'off',
    description: 'Whether /metrics tells Prometheus how the server fares: off or on.',
    check: onOrOff,
  },
  {
    name: 'LOG',
    usual: 'off',
    description: 'Whether each operation is written to standard error as a line of JSON: off or on.',
    check: onOrOff,
  },
  {
    name: 'SLOW_MS',
    usual: '1000',
    description: 'A statement that took longer is written to the log, where there is one, with its plan.',
    check: number(0, 3_600_000),
  },
  {
    name: 'JWT_ISSUER',
    usual: undefined,
    description: 'Whose JSON Web Tokens may write, besides tokens made here (docs/writing.md).',
  },
  {
    name: 'JWT_KEYS',
    usual: undefined,
    description: "The address of that issuer's keys (JWKS); without it, the usual one below the issuer.",
    check: (v) =>
      /^https?:\/\/\S+$/.test(v)
        ? undefined
        : 'an address such as https://id.example.org/.well-known/jwks.json',
  },
  {
    name: 'JWT_AUDIENCE',
    usual: undefined,
    description: 'For whom such a token must be; without it, for anybody.',
  },
  {
    name: 'EXPLAIN',
    usual: 'off',
    description: 'Whether a request may ask how it was answered (docs/explain.md): off or on.',
    check: onOrOff,
  },
] as const satisfies readonly Setting[];
