import type { Catalogue, Concept, Property, Relation } from '../../../model/catalogue.js';
import { enums } from '../../../model/enums.js';
import { isGiven } from './fields.js';
import { readFormats } from './formats.js';
import { didYouMean } from '../nearest.js';
import type { Link } from './mapping.js';
import type { Place } from './place.js';

const KEYS = ['to', 'by', 'scheme', 'at-least', 'margin', 'on', 'context', 'otherwise', 'with'];
const USUAL = { atLeast: 0.8, margin: 0.1 };

/** How a relation's text is linked: `Country`, or `{to: Person, by: candidates, otherwise: create}`; by name where nothing is said. */
export function readLink(
  catalogue: Catalogue,
  place: Place | undefined,
  relation: Pick<Relation, 'name' | 'to' | 'nullable' | 'many'>,
  value: Place,
): Link {
  const keys = place?.isMap ? place.entries(KEYS) : new Map<string, Place>();
  const to = readTarget(catalogue, keys.get('to') ?? (place?.isMap ? undefined : place), relation.to);
  const by = readBy(catalogue, keys, to) ?? { is: 'name' };
  const named = to.every((c) => catalogue.concept(c).family === 'entity');
  if (!named && (by.is === 'name' || by.is === 'candidates' || by.is === 'externalId'))
    (keys.get('by') ?? place ?? value).fail(
      `links to ${to.join(', ')}, which has no name: say 'link: {by: id}'`,
    );
  return { to, by, otherwise: readOtherwise(catalogue, keys, to, relation) };
}

function readTarget(catalogue: Catalogue, place: Place | undefined, usual: string): readonly string[] {
  const possible = catalogue.concept(usual).concretes;
  const typed = place?.text();
  if (typed === undefined) return possible;
  const concretes = catalogue.concepts.get(typed)?.concretes.filter((c) => possible.includes(c)) ?? [];
  if (!concretes.length)
    place!.fail(
      `is '${typed}'${didYouMean(typed, possible)}; it takes ${[...new Set([usual, ...possible])].join(', ')}`,
    );
  return concretes;
}

function readBy(
  catalogue: Catalogue,
  keys: ReadonlyMap<string, Place>,
  to: readonly string[],
): Link['by'] | undefined {
  const place = keys.get('by');
  const codes = to.length === 1 ? [...catalogue.concept(to[0]!).fields.values()].filter(isCode) : [];
  const by = place?.oneOf(['name', 'id', 'candidates', 'externalId', ...codes.map((c) => c.name)]);
  if (by !== 'candidates')
    for (const key of ['at-least', 'margin', 'on', 'context']) keys.get(key)?.fail("is for 'by: candidates'");
  if (by !== 'externalId') keys.get('scheme')?.fail("is for 'by: externalId'");
  if (by === undefined || by === 'name' || by === 'id') return by && { is: by };
  if (by === 'externalId') {
    const scheme = keys.get('scheme')?.text();
    if (!keys.has('scheme')) place!.fail("needs 'scheme', as externalIds have it: wikidata");
    return { is: by, scheme: scheme ?? '' };
  }
  if (by !== 'candidates') return { is: 'code', column: by };
  const on = keys.get('on');
  return {
    is: by,
    atLeast: keys.get('at-least')?.number(0.5, 1) ?? USUAL.atLeast,
    margin: keys.get('margin')?.number(0, 1) ?? USUAL.margin,
    on: on && readOn(on),
    context:
      keys
        .get('context')
        ?.items()
        .flatMap((item) => item.column() ?? []) ?? [],
  };
}

/** A column, or `{column: Date, format: DD/MM/YYYY}`. */
function readOn(place: Place) {
  const keys = place.isMap ? place.entries(['column', 'format']) : undefined;
  const column = keys ? keys.get('column')?.column() : place.column();
  if (keys && !keys.has('column')) place.fail('has no column');
  return column === undefined ? undefined : { column, formats: readFormats(keys?.get('format')) };
}

const isCode = (field: { is: string; type?: string; filter?: boolean; name: string }) =>
  field.is === 'property' && field.type === 'code' && field.filter === true && field.name !== 'id';

function readOtherwise(
  catalogue: Catalogue,
  keys: ReadonlyMap<string, Place>,
  to: readonly string[],
  relation: Pick<Relation, 'name' | 'nullable' | 'many'>,
): Link['otherwise'] {
  const place = keys.get('otherwise');
  const word = place?.oneOf(['refuse', 'leave', 'create']) ?? 'refuse';
  if (word !== 'create') keys.get('with')?.fail("is for 'otherwise: create'");
  if (word === 'leave' && !relation.nullable && !relation.many)
    place!.fail(`leaves ${relation.name} empty, and it must be there; it takes refuse, create`);
  if (word !== 'create') return word;
  if (to.length !== 1 || catalogue.concept(to[0]!).family !== 'entity') {
    place!.fail(`makes one of ${to.join(', ')}: 'to' says which`);
    return 'refuse';
  }
  const concept = catalogue.concept(to[0]!);
  return { create: concept, with: readWith(keys.get('with'), place!, concept) };
}

function readWith(given: Place | undefined, place: Place, concept: Concept): Record<string, unknown> {
  const fields = [...concept.fields.values()].filter(
    (f): f is Property => isGiven(f) && f.is === 'property' && f.name !== 'name' && f.type !== 'json',
  );
  const found: Record<string, unknown> = {};
  for (const [name, at] of given?.entries(fields.map((f) => f.name)) ?? []) {
    const field = fields.find((f) => f.name === name)!;
    const text = field.enum ? at.oneOf(wordsOf(field)) : at.text();
    if (text !== undefined)
      found[name] = field.type === 'int' || field.type === 'float' ? Number(text) : text;
  }
  const missing = fields.filter((f) => !f.nullable && !(f.name in found));
  if (missing.length && !given)
    place.fail(
      `makes a ${concept.name}, which needs ${missing.map((f) => f.name).join(', ')}: say 'with: {${missing.map((f) => `${f.name}: ${wordsOf(f).at(-1) ?? '…'}`).join(', ')}}'`,
    );
  else for (const f of missing) given!.fail(`has no ${f.name}, which a ${concept.name} needs`);
  return found;
}

const wordsOf = (field: Property): readonly string[] => (field.enum ? enums[field.enum] : []);
