import neo4j, { type Transaction } from 'neo4j-driver';
import type { Catalogue } from '../../model/catalogue.js';
import type { Plan } from '../../plan/plan.js';
import { columnsOf } from '../columns.js';
import { keysOf } from '../../model/names/keys.js';
import { searchedBy } from '../../model/search-families.js';
import { searched, type Searched } from '../searched.js';
import type { Head, Ledger, TieChange } from '../port.js';
import type { Name, Row, Scalar } from '../row.js';
import { hasOtherValues, rowChange, sortKey, type RowChange } from '../row-change.js';
import { Neo4jKept } from './kept.js';
import { addToTies, knownTies, newTies, removeEmptyTies, tieRows, tiesFrom } from './ties.js';

const BATCH = 10_000;

/** Writing, in batches of rows; a relation carries its hub's id, its sort key and its own end's id. */
export class Neo4jLedger extends Neo4jKept implements Ledger {
  /** A record's own relations: its ties may be very many, and are none of them. */
  private readonly labels: string;

  constructor(
    catalogue: Catalogue,
    transaction: Transaction,
    readonly read: (plan: Plan) => Promise<unknown>,
  ) {
    super(catalogue, transaction);
    this.labels = [...new Set(catalogue.stored.map((s) => s.label))].join('|');
  }

  async rows(ids: readonly string[]): Promise<Row[]> {
    const found = await this.batches(
      `UNWIND $rows AS id MATCH (n:Node {id: id})
      RETURN properties(n) AS values, COLLECT { MATCH (n)-[r:${this.labels}]->(m) RETURN [type(r), m.id] ORDER BY type(r), r.position } AS links,
      COLLECT { MATCH (n)-[r:NAMED]->(x:Name) RETURN [x.text, x.fold, x.words, x.own] ORDER BY r.position } AS names`,
      ids,
    );
    return found.map(({ values, links, names }) =>
      this.row(
        values as Record<string, Scalar>,
        links as [string, string][],
        names as [string, string, string, boolean][],
      ),
    );
  }

  async idsAfter(concept: string, id: string, limit: number): Promise<string[]> {
    const found = await this.run(
      `MATCH (n:${concept}) WHERE n.id > $id RETURN n.id AS id ORDER BY n.id LIMIT $limit`,
      { id, limit: neo4j.int(limit) },
    );
    return found.map((row) => row['id'] as string);
  }

  private row(
    stored: Record<string, Scalar>,
    links: readonly [string, string][],
    names: readonly (readonly [string, string, string, boolean])[],
  ): Row {
    const concept = this.catalogue.concept(stored['concept'] as string);
    const values: Record<string, Scalar> = { inferred: stored['inferred'] ?? '' };
    const relations: Record<string, string[]> = {};
    for (const field of concept.fields.values()) {
      if (field.is === 'property')
        for (const { name } of columnsOf(field)) {
          if (name !== 'id') values[name] = stored[name] ?? null;
        }
      else if (field.direction === 'out') {
        const { label } = field.stored[0]!;
        relations[field.name] = links.filter(([type]) => type === label).map(([, id]) => id);
      }
    }
    return {
      id: stored['id'] as string,
      concept: concept.name,
      values,
      relations,
      names: names.map(([text, fold, words, own]): Name => ({ text, fold, words, own })),
    };
  }

  async referrers(
    concept: string,
    field: string,
    ids: readonly string[],
  ): Promise<(readonly [string, string])[]> {
    const { label } = this.catalogue.stored.find((s) => s.owner === concept && s.field === field)!;
    const found = await this.batches(
      `UNWIND $rows AS id MATCH (m:Node {id: id})<-[:${label}]-(n:${concept}) RETURN n.id AS a, id AS b`,
      ids,
    );
    return found.map(({ a, b }) => [a as string, b as string] as const);
  }

  async put(batch: readonly Row[], before: (id: string) => Row | undefined = () => undefined): Promise<void> {
    const changes = batch.map((row) => rowChange(this.catalogue, row, before(row.id)));
    await this.clear(
      changes.filter((c) => c.known),
      before,
    );
    // What is new is made without a look for what may be there.
    const made = changes.filter((c) => c.names || c.searched || hasOtherValues(c.row, before(c.row.id)));
    for (const [merge, some] of grouped(made, ({ row, known }) => this.making(row, known))) {
      await this.batches(
        `UNWIND $rows AS row ${merge}`,
        some.map(({ row }) => this.properties(row)),
      );
    }
    const links = changes.flatMap((change) => this.links(change));
    for (const [label, some] of grouped(links, (l) => l.label)) {
      await this.batches(
        `UNWIND $rows AS row MATCH (n:Node {id: row[0]}) MATCH (m:Node {id: row[1]}) CREATE (n)-[:${label} {p: row[1], d: row[2], s: row[0], position: row[3]}]->(m)`,
        some.map(({ from, to, key, position }) => [from, to, key, neo4j.int(position)]),
      );
    }
    const named = changes.filter((c) => c.names).map((c) => c.row);
    // The keys of all its names hang on the own one: relations have an index by key that gives the order too, nodes
    // of their own would be a million more, and on the entity they would stand in the way of every other step.
    await this.batches(
      `UNWIND $rows AS row MATCH (n:Node {id: row[0]}) CREATE (n)-[:NAMED {position: 0}]->(own:Name)
      SET own = row[1]
      FOREACH (key IN row[2] | CREATE (own)-[:SOUNDS {key: key[0], size: key[1], s: row[0]}]->(own))
      FOREACH (i IN range(1, size(row[3])) | CREATE (n)-[:NAMED {position: i}]->(x:Name) SET x = row[3][i - 1])`,
      named.map(({ id, names: [own, ...others] }) => [
        id,
        { ...own },
        keysOf([own!, ...others].map((n) => n.text)).map(({ key, size }) => [key, neo4j.int(size)]),
        others.map((name) => ({ ...name })),
      ]),
    );
  }

  /** Removes what is written anew, and nothing else: each seek of an index walks all that its transaction removed. */
  private async clear(changes: readonly RowChange[], before: (id: string) => Row | undefined): Promise<void> {
    const links = changes.flatMap(({ row, relations }) =>
      relations
        .filter((field) => before(row.id)?.relations[field]?.length)
        .map((field) => ({ id: row.id, label: this.labelOf(row, field) })),
    );
    for (const [label, some] of grouped(links, (l) => l.label))
      await this.batches(
        `UNWIND $rows AS id MATCH (n:Node {id: id})-[r:${label}]->() DELETE r`,
        some.map((l) => l.id),
      );
    await this.batches(
      'UNWIND $rows AS id MATCH (n:Node {id: id})-[:NAMED]->(x:Name) DETACH DELETE x',
      changes.filter((c) => c.names).map((c) => c.row.id),
    );
  }

  private making(row: Row, known: boolean): string {
    const labels = this.labelsOf(row).join(':');
    return known
      ? `MERGE (n:Node {id: row.id}) SET n = row REMOVE n:Proposed SET n:${labels}`
      : `CREATE (n:Node:${labels}) SET n = row`;
  }

  private labelOf(row: Row, name: string): string {
    const field = this.catalogue.concept(row.concept).fields.get(name)!;
    if (field.is !== 'relation') throw new Error(`${row.concept}.${name} is no relation`);
    return field.stored[0]!.label;
  }

  private labelsOf(row: Row): string[] {
    const { name, interfaces } = this.catalogue.concept(row.concept);
    const searched = searchedBy(this.catalogue.concept(row.concept)).length ? ['Searched'] : [];
    return [name, ...interfaces, ...searched, ...(row.values['review'] === 'PROPOSED' ? ['Proposed'] : [])];
  }

  private properties(row: Row): Record<string, unknown> {
    const concept = this.catalogue.concept(row.concept);
    const values: Record<string, unknown> = {
      id: row.id,
      concept: row.concept,
      inferred: row.values['inferred'] ?? '',
    };
    for (const field of concept.fields.values()) {
      if (field.is !== 'property' || field.name === 'id') continue;
      for (const { name } of columnsOf(field)) {
        const value = row.values[name] ?? null;
        if (value !== null) values[name] = field.type === 'int' ? neo4j.int(value as number) : value;
        else if (/_(from|to)$/.test(name)) values[name] = '';
      }
    }
    if (searchedBy(concept).length) {
      const { key, text } = searched(concept, row);
      values['searchFamily'] = concept.family;
      values['searchKey'] = key;
      values['searchText'] = text;
    }
    // Cypher reads no JSON: the days that a role is attested for are a list here.
    if (row.concept === 'Role')
      values['attested_spans'] = JSON.parse(String(row.values['attested_days'] ?? '[]'));
    return values;
  }

  private links({
    row,
    relations,
  }: RowChange): { label: string; from: string; to: string; key: string; position: number }[] {
    const key = sortKey(this.catalogue.concept(row.concept), row);
    return relations.flatMap((name) =>
      [...new Set(row.relations[name])].map((to, position) => ({
        label: this.labelOf(row, name),
        from: row.id,
        to,
        key,
        position,
      })),
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.batches(
      'UNWIND $rows AS id MATCH (n:Node {id: id}) OPTIONAL MATCH (n)-[:NAMED]->(x:Name) DETACH DELETE n, x',
      ids,
    );
  }

  async tie(changes: readonly TieChange[]): Promise<void> {
    const known = new Set<TieChange>();
    for (let i = 0; i < changes.length; i += BATCH) {
      const some = changes.slice(i, i + BATCH);
      const found = await this.run(knownTies, { rows: tieRows(some) });
      for (const row of found) known.add(some[row['i'] as number]!);
    }
    await this.batches(addToTies, tieRows([...known]));
    await this.batches(newTies, tieRows(changes.filter((c) => !known.has(c) && c.by > 0)));
    await this.batches(removeEmptyTies, tieRows(changes.filter(({ by }) => by < 0)));
  }

  async tiesFrom(entities: readonly string[]): Promise<TieChange[]> {
    return (await this.batches(tiesFrom, entities)) as unknown as TieChange[];
  }

  async searchedAs(ids: readonly string[]): Promise<Map<string, Searched>> {
    const found = await this.batches(
      `UNWIND $rows AS id MATCH (n:Node {id: id}) WHERE n.searchText IS NOT NULL
      RETURN id, n.searchKey AS key, n.searchText AS text`,
      ids,
    );
    return new Map(found.map(({ id, key, text }) => [id as string, { key, text } as Searched]));
  }

  async head(): Promise<Head> {
    const [row] = await this.run(
      'MATCH (c:Change) WHERE c.sequence IS NOT NULL RETURN c.sequence AS sequence, c.id AS change ORDER BY c.sequence DESC LIMIT 1',
      {},
    );
    return (row as Head | undefined) ?? { sequence: 0, change: null };
  }
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    const list = found.get(key);
    if (list) list.push(item);
    else found.set(key, [item]);
  }
  return found;
}
