import { notesOf, optionsOf, type ConceptClass, type Noted } from './declare.js';
import { groupsOf } from './groups.js';
import {
  snake,
  type Catalogue,
  type Concept,
  type Field,
  type GroupBy,
  type Relation,
  type Stored,
} from './catalogue.js';

interface Declared {
  readonly type: ConceptClass;
  readonly line: readonly ConceptClass[];
  readonly notes: ReadonlyMap<string, Noted>;
}

/** Derives the frozen catalogue from the decorated classes. @throws Error that names a wrong target or a name used twice. */
export function buildCatalogue(types: readonly ConceptClass[]): Catalogue {
  const declared = new Map(types.map((type) => [type.name, declare(type)]));
  const implementers = (name: string) =>
    [...declared.values()]
      .filter((d) => !optionsOf(d.type).abstract && d.line.some((t) => t.name === name))
      .map((d) => d.type.name);

  const stored = new Map<string, Stored[]>();
  for (const { type, notes } of declared.values()) {
    if (optionsOf(type).abstract) continue;
    const own = [...notes.values()].filter((n) => n.is === 'relation').map((n) => storedFrom(type.name, n));
    for (const s of own)
      if (!declared.has(s.to)) throw new Error(`${s.owner}.${s.field} leads to ${s.to}, which is no concept`);
    stored.set(type.name, own);
  }

  const concepts = new Map<string, Concept>();
  for (const { type, line, notes } of declared.values()) {
    const options = optionsOf(type);
    const concretes = implementers(type.name);
    const fields = new Map<string, Field>();
    for (const note of notes.values())
      fields.set(note.name, field(type.name, note, concretes, stored, implementers));
    const entity = line.some((t) => t.name === 'Entity');
    concepts.set(
      type.name,
      Object.freeze({
        name: type.name,
        description: options.description,
        abstract: options.abstract ?? false,
        interfaces: line
          .slice(0, -1)
          .map((t) => t.name)
          .reverse(),
        concretes,
        kind: snake(type.name),
        prefix: snake(type.name).toLowerCase().replaceAll('_', '-'),
        family: entity ? 'entity' : snake(type.name).toLowerCase(),
        single: options.single,
        plural: options.plural,
        lookup: options.lookup,
        chronology: options.chronology,
        fields,
        groups: new Map<string, GroupBy>(),
        type: type as unknown as new () => object,
      }),
    );
  }
  for (const [name, concept] of concepts) {
    const groups = groupsOf(concept, concepts, optionsOf(declared.get(name)!.type).groups ?? {});
    concepts.set(name, Object.freeze({ ...concept, groups }));
  }
  const concrete = [...concepts.values()].filter((c) => !c.abstract);
  const byPrefix = new Map(concrete.map((c) => [c.prefix, c]));
  return Object.freeze({
    concepts,
    concrete,
    stored: [...stored.values()].flat(),
    concept(name: string) {
      const found = concepts.get(name);
      if (!found) throw new Error(`${name} is no concept`);
      return found;
    },
    ofId: (id: string) => byPrefix.get(id.slice(0, id.indexOf(':'))),
  });
}

function declare(type: ConceptClass): Declared {
  const line: ConceptClass[] = [];
  for (
    let t: unknown = type;
    typeof t === 'function' && t !== Function.prototype;
    t = Object.getPrototypeOf(t)
  )
    line.unshift(t as ConceptClass);
  const notes = new Map<string, Noted>();
  for (const t of line) for (const n of notesOf(t)) notes.set(n.name, n);
  return { type, line, notes };
}

function storedFrom(owner: string, note: Noted): Stored {
  const { hidden, tie, label = snake(note.name) } = note.options;
  return {
    owner,
    field: note.name,
    label,
    to: note.to!,
    many: note.many ?? false,
    written: !note.options.derived,
    nullable: !note.options.required,
    acyclic: note.options.acyclic ?? false,
    symmetric: note.options.symmetric ?? false,
    tie: hidden || tie === false ? undefined : (tie ?? [label, `INVERSE_OF_${label}`]),
  };
}

function field(
  owner: string,
  note: Noted,
  concretes: readonly string[],
  stored: ReadonlyMap<string, readonly Stored[]>,
  implementers: (name: string) => string[],
): Field {
  const { options } = note;
  const base = { name: note.name, exposed: !options.hidden, description: options.description };
  if (note.is === 'property') {
    return Object.freeze({
      ...base,
      is: 'property',
      type: note.name === 'id' ? 'id' : note.type!,
      enum: note.enum,
      struct: note.struct,
      nullable: note.type !== 'json' && !options.required,
      written: !options.derived,
      filter: options.filter ?? note.name === 'id',
      sort: Boolean(options.sort),
      search: options.search ?? false,
      licensedBy: options.licensedBy,
    }) as Field;
  }
  const out = note.is === 'relation';
  const sources = out ? concretes : implementers(note.to!);
  const relations = sources.flatMap(
    (s) => stored.get(s)?.filter((r) => r.field === (out ? note.name : note.of)) ?? [],
  );
  if (!relations.length && concretes.length)
    throw new Error(`${owner}.${note.name} is the other end of ${note.to}.${note.of}, which is no relation`);
  return Object.freeze({
    ...base,
    is: 'relation',
    to: note.to!,
    many: note.many ?? false,
    direction: out ? 'out' : 'in',
    stored: relations,
    nullable: !options.required,
    plain: options.plain ?? false,
    filter: options.filter ?? !options.hidden,
    sort: options.sort as Relation['sort'],
    deep: options.deep ?? false,
  });
}
