/** What answers are made of: objects, for graphql-js to walk, or the text of the response itself. */
export interface Making<T> {
  /** Makes objects that have these keys; `type` is a record's concept, nothing of what has no type of its own. */
  object(keys: readonly string[], type?: string): (values: readonly T[]) => T;
  list(items: readonly T[]): T;
  /** A text, a number, a boolean or null. */
  value(raw: unknown): T;
}

/** Where a made object keeps its type: a symbol, since every name may be somebody's alias. */
export const TYPE = Symbol('type');

export type Answered = { [TYPE]?: string } & Record<string, unknown>;

export const objects: Making<unknown> = {
  object: (keys, type) => (values) => {
    // Not by assignment: `__proto__` is a name that an alias may have.
    const made: Answered = Object.fromEntries(keys.map((key, i) => [key, values[i]]));
    if (type) made[TYPE] = type;
    return made;
  },
  list: (items) => items,
  value: (raw) => raw,
};

export const text: Making<string> = {
  object(keys) {
    const before = keys.map((key, i) => `${i ? ',' : '{'}${JSON.stringify(key)}:`);
    return (values) => {
      let out = '';
      for (let i = 0; i < before.length; i++) out += before[i]! + values[i]!;
      return before.length ? `${out}}` : '{}';
    };
  },
  list: (items) => `[${items.join(',')}]`,
  value: (raw) => (typeof raw === 'string' ? quoted(raw) : String(raw)),
};

// Most texts have nothing to escape, and to see that takes half as long as to escape nothing.
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const quoted = (of: string) => (ESCAPED.test(of) ? JSON.stringify(of) : `"${of}"`);
