import { RapporteurError } from './errors.js';
import { settings, type Setting } from './settings.js';

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
  /** Open at once, on the whole server. */
  readonly subscriptions: number;
}

/** Who may ask, what and how much, besides the limits of one request. */
export interface Doors {
  readonly introspection: boolean;
  /** A folder. */
  readonly trustedDocuments?: string | undefined;
  readonly corsOrigins: readonly string[];
  /** Records a minute. */
  readonly rateLimit?: number | undefined;
  /** The address of a Redis. */
  readonly rateStore?: string | undefined;
  readonly trustProxy: boolean;
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
  readonly doors: Doors;
  readonly metrics: boolean;
  readonly log: boolean;
  readonly slowMs: number;
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
      subscriptions: Number(get('MAX_SUBSCRIPTIONS')),
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
    doors: {
      introspection: get('INTROSPECTION') === 'on',
      trustedDocuments: get('TRUSTED_DOCUMENTS'),
      corsOrigins: get('CORS_ORIGINS')?.split(',') ?? [],
      rateLimit: get('RATE_LIMIT') === undefined ? undefined : Number(get('RATE_LIMIT')),
      rateStore: get('RATE_STORE'),
      trustProxy: get('TRUST_PROXY') === 'on',
    },
    metrics: get('METRICS') === 'on',
    log: get('LOG') === 'on',
    slowMs: Number(get('SLOW_MS')),
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
