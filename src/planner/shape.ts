import { type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import type { Catalogue, Property, Relation } from '../model/catalogue.js';
import { structs } from '../model/structs.js';
import type { Answer, Shape, Slot, Take } from '../plan/plan.js';
import { joined } from './hop.js';
import { PagePlanner } from './page.js';
import { Arguments, type Params } from './params.js';
import { collect, selectionsOf, type Operation } from './selection.js';

/** Plans what is taken of a record: one walk of its selection for each concept it may be. */
export class ShapePlanner {
  readonly args: Arguments;
  readonly pages: PagePlanner;

  constructor(
    readonly catalogue: Catalogue,
    readonly operation: Operation,
  ) {
    this.args = new Arguments(operation.variables);
    this.pages = new PagePlanner(this);
  }

  get params(): Params {
    return this.args.params;
  }

  plan(concepts: readonly string[], selections: readonly SelectionSetNode[]): Shape {
    const draft = new Draft();
    const cases = new Map<string, Answer[]>();
    const wanted = concepts.map((name) => ({
      name,
      fields: collect(this.operation, selections, this.typesOf(name)),
    }));
    for (const { name, fields } of wanted) {
      const answers: Answer[] = [];
      for (const [key, nodes] of fields) {
        if (nodes[0]!.name.value === '__typename') answers.push({ key, is: 'typename' });
        else answers.push(this.answer(draft, key, nodes, sharing(wanted, key, nodes), name));
      }
      cases.set(name, answers);
    }
    return Object.freeze({ concepts, slots: draft.slots, cases });
  }

  private typesOf(name: string): ReadonlySet<string> {
    return new Set([name, ...this.catalogue.concept(name).interfaces]);
  }

  private answer(
    draft: Draft,
    key: string,
    nodes: readonly FieldNode[],
    sharers: readonly string[],
    concept: string,
  ): Answer {
    const name = nodes[0]!.name.value;
    const field = this.catalogue.concept(concept).fields.get(name)!;
    if (field.is === 'property') {
      const slot = draft.add(`.${name}`, sharers, () => ({ is: 'column', column: name }));
      const column = field.licensedBy;
      const licence = column
        ? { licence: draft.add(`.${column}`, sharers, () => ({ is: 'column', column })) }
        : {};
      return field.type === 'json'
        ? this.structs(draft, key, field, slot, nodes, sharers)
        : { key, is: 'value', slot, type: field.type, required: !field.nullable, ...licence };
    }
    // Whoever shares the nodes of a key shares its slot; two groups of one key have no concept in common.
    const identity = `${key} ${sharers.join()}`;
    const slot = draft.add(identity, sharers, () => this.relation(name, nodes, sharers, concept));
    return { key, is: field.many ? (field.plain ? 'records' : 'page') : 'record', slot };
  }

  private relation(
    name: string,
    nodes: readonly FieldNode[],
    sharers: readonly string[],
    concept: string,
  ): Omit<Slot, 'concepts'> {
    const relations = sharers.map((s) => this.catalogue.concept(s).fields.get(name) as Relation);
    const step = joined(this.catalogue, relations);
    const selections = selectionsOf(nodes);
    if (step.many && !relations[0]!.plain) {
      const type = this.operation.schema.getType(concept) as GraphQLObjectType;
      const asked = { field: type.getFields()[name]!, node: nodes[0]! };
      return {
        is: 'page',
        page: this.pages.plan({ hop: step }, relations[0]!.to, asked, selections),
      } as never;
    }
    return { is: step.many ? 'list' : 'one', hop: step, shape: this.plan(step.to, selections) } as never;
  }

  private structs(
    draft: Draft,
    key: string,
    field: Property,
    slot: number,
    nodes: readonly FieldNode[],
    sharers: readonly string[],
  ): Answer {
    const links = new Map<string, number>();
    const take = (struct: string, selections: readonly SelectionSetNode[]): Take[] =>
      [...collect(this.operation, selections, new Set([struct]))].map(([response, inner]): Take => {
        const name = inner[0]!.name.value;
        if (name === '__typename') return { key: response, name, typename: struct };
        const { struct: nested, link } = structs[struct]![name]!;
        if (nested) return { key: response, name, of: take(nested, selectionsOf(inner)) };
        if (!link) return { key: response, name };
        const relations = sharers.map((s) => this.catalogue.concept(s).fields.get(link.via) as Relation);
        const step = joined(this.catalogue, relations);
        const place = draft.add(
          `${key}.${response} ${sharers.join()}`,
          sharers,
          () => ({ is: 'list', hop: step, shape: this.plan(step.to, selectionsOf(inner)) }) as never,
        );
        links.set(response, place);
        return { key: response, name, link: place };
      });
    return { key, is: 'structs', slot, take: take(field.struct!, selectionsOf(nodes)), links };
  }
}

/** The concepts for which a response key means the very same nodes of the document. */
function sharing(
  wanted: readonly { name: string; fields: Map<string, FieldNode[]> }[],
  key: string,
  nodes: readonly FieldNode[],
): string[] {
  return wanted
    .filter(({ fields }) => {
      const other = fields.get(key);
      return other?.length === nodes.length && other.every((node, i) => node === nodes[i]);
    })
    .map(({ name }) => name);
}

class Draft {
  readonly slots: Slot[] = [];
  private readonly places = new Map<string, number>();

  add(identity: string, concepts: readonly string[], make: () => Omit<Slot, 'concepts'>): number {
    const known = this.places.get(identity);
    if (known !== undefined) {
      const slot = this.slots[known]!;
      this.slots[known] = { ...slot, concepts: [...new Set([...slot.concepts, ...concepts])] };
      return known;
    }
    const slot = { concepts, ...make() } as Slot;
    this.places.set(identity, this.slots.push(slot) - 1);
    return this.slots.length - 1;
  }
}
