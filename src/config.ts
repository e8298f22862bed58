import { RapporteurError } from './errors.js';

interface Setting {
  readonly name: string;
  readonly usual: string | undefined;
  readonly description: string;
  readonly check?: (value: string) => string | undefined;
}

const number = (from: number, to: number) => (value: string) =>
  /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
    ? undefined
    : `a whole number from ${from} to ${to}`;

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
    check: (v) => (v === 'off' || v === 'on' ? undefined : 'off or on'),
  },
] as const satisfies readonly Setting[];

/** What one request may ask for. docs/limits.md says how each is counted. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly repeats: number;
  readonly directives: number;
  readonly listItems: number;
  readonly objects: number;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly seeds: 'all' | 'none' | readonly string[];
  readonly neo4j?: {
    readonly uri: string;
    readonly username?: string | undefined;
    readonly password?: string | undefined;
    readonly database: string;
  };
  readonly statementTimeout: number;
  readonly knownOperations?: string | undefined;
  readonly limits: Limits;
  /** Whose JSON Web Tokens may write. */
  readonly issuer?: {
    readonly issuer: string;
    readonly keys: string;
    readonly audience?: string | undefined;
  };
  /** Whether requests may be explained to those who ask. */
  readonly explain: boolean;
}

/** What the program was started with; nothing else reads it. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;

/** The settings of an environment, checked and frozen. @throws BAD_SETTING that names the right one. */
export function readConfig(env = environment): Config {
  for (const name of Object.keys(env).filter((n) => n.startsWith('NEO4J_'))) {
    if (settings.some((s) => s.name === name)) continue;
    const near = settings
      .map((s) => ({ name: s.name, far: s.name.startsWith(name) ? 0 : distance(s.name, name) }))
      .filter((s) => s.name.startsWith('NEO4J_') && s.far <= 3)
      .sort((a, b) => a.far - b.far);
    if (near[0])
      throw new RapporteurError('BAD_SETTING', `${name} is no setting; did you mean ${near[0].name}?`);
  }
  const get = (name: (typeof settings)[number]['name']): string | undefined => {
    const setting: Setting = settings.find((s) => s.name === name)!;
    const value = env[name]?.trim() || setting.usual;
    const wanted = value === undefined ? undefined : setting.check?.(value);
    if (wanted) throw new RapporteurError('BAD_SETTING', `${name}=${value} cannot be: it takes ${wanted}`);
    return value;
  };
  const seeds = get('SEEDS')!;
  const uri = get('NEO4J_URI');
  const issuer = get('JWT_ISSUER');
  return Object.freeze({
    host: get('HOST')!,
    port: Number(get('PORT')),
    dataDir: get('DATA_DIR')!,
    seeds: seeds === 'all' || seeds === 'none' ? seeds : seeds.split(','),
    ...(uri
      ? {
          neo4j: {
            uri,
            username: get('NEO4J_USERNAME'),
            password: get('NEO4J_PASSWORD'),
            database: get('NEO4J_DATABASE')!,
          },
        }
      : {}),
    statementTimeout: Number(get('STATEMENT_TIMEOUT_MS')),
    knownOperations: get('KNOWN_OPERATIONS'),
    limits: {
      bodyBytes: Number(get('MAX_BODY_BYTES')),
      tokens: Number(get('MAX_TOKENS')),
      depth: Number(get('MAX_DEPTH')),
      aliases: Number(get('MAX_ALIASES')),
      repeats: Number(get('MAX_REPEATS')),
      directives: Number(get('MAX_DIRECTIVES')),
      listItems: Number(get('MAX_LIST_ITEMS')),
      objects: Number(get('MAX_OBJECTS')),
    },
    ...(issuer
      ? {
          issuer: {
            issuer,
            keys: get('JWT_KEYS') ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`,
            audience: get('JWT_AUDIENCE'),
          },
        }
      : {}),
    explain: get('EXPLAIN') === 'on',
  });
}

/** How many letters two names differ by (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length]!;
}
