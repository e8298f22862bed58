import type { RecordInput } from '../../../model/change-set.js';

/** What seeds have already, which must be joined and not doubled. */
export interface Known {
  readonly countries: ReadonlyMap<string, KnownCountry>;
  readonly places: readonly KnownPlace[];
}

export interface KnownCountry {
  readonly id: string;
  readonly name: string;
  readonly iso2?: string;
  /** Spellings, official names and abbreviations; not what merely stands for it. */
  readonly otherNames: readonly string[];
}

export interface KnownPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country?: string;
  readonly otherNames: readonly string[];
}

/** The countries and places among records of seeds. */
export function knownOf(records: readonly RecordInput[]): Known {
  const of = (type: string) => records.filter((record) => record.type === type);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    countries: new Map(
      of('Country').map(({ id, set }) => [
        id,
        { id, name: text(set['name'])!, iso2: text(set['iso2']), otherNames: names(set['aliases']) },
      ]),
    ),
    places: of('Place').map(({ id, set }) => ({
      id,
      name: text(set['name'])!,
      kind: text(set['kind'])!,
      country: text(set['country']),
      otherNames: names(set['aliases']),
    })),
  };
}

function names(aliases: unknown): string[] {
  return ((aliases ?? []) as { text: string; kind: string }[])
    .filter(({ kind }) => kind !== 'METONYM' && kind !== 'DEMONYM')
    .map(({ text }) => text);
}
