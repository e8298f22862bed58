import { Kind, type FieldNode, type InlineFragmentNode, type SelectionSetNode } from 'graphql';
import type { Identity } from '../access/identity.js';
import type { Catalogue } from '../model/catalogue.js';
import type { RootField } from '../planner/plan.js';
import { collect, selectionsOf } from '../planner/selection.js';
import type { ReadResult } from '../reading/read.js';
import type { Ledger, Store } from '../store/port.js';
import { text } from './answer/making.js';
import { told } from './answer/told.js';
import { PreparedField } from './prepared.js';
import { read } from './read.js';

/** One mutation's part of the answer. */
export interface Mutated {
  readonly text: string;
  readonly records: number;
}

type Reader = Pick<Store, 'read'>;

/** Answers what a mutation's selection asks of what it wrote, as a query by id would. */
export class Answering {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly identity: Identity | undefined,
    private readonly info: RootField,
  ) {}

  change(reader: Reader | Ledger, id: string): Promise<Mutated> {
    return this.node(reader, id, 'Change', selectionsOf(this.info.fieldNodes));
  }

  async result(reader: Reader, result: ReadResult): Promise<Mutated> {
    const { schema, fragments, variableValues: variables } = this.info;
    const fields = [
      ...collect(
        { schema, fragments, variables },
        selectionsOf(this.info.fieldNodes),
        new Set(['ReadingResult']),
      ),
    ];
    let records = 0;
    const parts: string[] = [];
    const ids = (type: string) => result.upserts.filter((u) => u.type === type).map((u) => u.id);
    for (const [key, nodes] of fields) {
      const selections = selectionsOf(nodes);
      const name = nodes[0]!.name.value;
      const answer = await ((): Promise<Mutated> | Mutated => {
        switch (name) {
          case 'article':
            return this.node(reader, result.article, 'Article', selections);
          case 'change':
            return result.applied && !result.applied.known
              ? this.node(reader, result.applied.id, 'Change', selections)
              : NULL;
          case 'duplicateOf':
            return result.isDuplicate ? this.node(reader, result.article, 'Article', selections) : NULL;
          case 'statements':
            return this.nodes(
              reader,
              [
                ...new Set([
                  ...ids('Statement'),
                  ...result.upserts
                    .filter((u) => u.type === 'Report')
                    .map((u) => u.set['statement'] as string),
                ]),
              ],
              'Statement',
              selections,
            );
          case 'mentions':
            return this.nodes(reader, ids('Mention'), 'Mention', selections);
          case 'warnings':
            return { text: JSON.stringify(result.warnings), records: 0 };
          default:
            return { text: '"ReadingResult"', records: 0 };
        }
      })();
      records += answer.records;
      parts.push(`${JSON.stringify(key)}:${answer.text}`);
    }
    return { text: `{${parts.join(',')}}`, records };
  }

  private node(
    reader: Reader,
    id: string,
    type: string,
    selections: readonly SelectionSetNode[],
  ): Promise<Mutated> {
    return this.looked(reader, 'node', 'id', { kind: Kind.STRING, value: id }, type, selections);
  }

  private nodes(
    reader: Reader,
    ids: readonly string[],
    type: string,
    selections: readonly SelectionSetNode[],
  ): Promise<Mutated> {
    const values = ids.map((value) => ({ kind: Kind.STRING, value }) as const);
    return this.looked(reader, 'nodes', 'ids', { kind: Kind.LIST, values }, type, selections);
  }

  /** As the root field of Query that looks records up by their ids would answer, within a transaction too. */
  private async looked(
    reader: Reader,
    name: string,
    argument: string,
    value: unknown,
    type: string,
    selections: readonly SelectionSetNode[],
  ): Promise<Mutated> {
    const { catalogue, identity } = this;
    const { schema, fragments, variableValues } = this.info;
    const on = selections.map((selectionSet): InlineFragmentNode => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
      selectionSet,
    }));
    const node = {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: name },
      arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: argument }, value }],
      selectionSet: { kind: Kind.SELECTION_SET, selections: on },
    } as FieldNode;
    const field = new PreparedField(catalogue, name, {
      schema,
      fragments,
      fieldNodes: [node],
      fieldName: name,
      parentType: schema.getQueryType()!,
    });
    const { plan, make } = field.ready(variableValues);
    const raw = await read(catalogue, reader as Store, plan);
    const of = told(plan, identity?.scopes.includes('read-in') ?? false);
    return { text: make(raw, of), records: of.records };
  }
}

const NULL: Mutated = { text: text.value(null), records: 0 };
