import type { Neighbours } from '../../plan/ties.js';
import { Makers } from './makers.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';
import { steps } from './steps.js';

/** Neighbours as one walk of an entity's ties in the order of their index; of a period, from its facts. */
export function neighbours(printer: Printer, plan: Neighbours): string[] {
  const of = parameter(plan.of);
  const kinds = plan.kinds === undefined ? [] : [`far.concept IN ${parameter(plan.kinds)}`];
  const limit = `LIMIT ${parameter(plan.limit)}`;
  // The relation's constant first, or the whole hub is sorted; without the hint the hub is walked, or the other index,
  // and an index that was not sampled yet from its beginning.
  const stored = [
    `MATCH (near)-[r:TIE {p: ${of}}]->(far)`,
    'USING INDEX SEEK r:TIE(p, rank, relation, s)',
    `WHERE ${['r.rank IS NOT NULL', 'r.relation IS NOT NULL', 'r.s IS NOT NULL', ...kinds].join(' AND ')}`,
    `WITH near, far, r ORDER BY r.p, r.rank, r.relation, r.s ${limit}`,
    'WITH near, r.relation AS relation, far, r.rank AS rank',
  ];
  const found = plan.during
    ? [
        `MATCH (near:Node {id: ${of}})`,
        ...counted(printer, plan),
        `WITH near, relation, far, -count(*) AS rank${kinds.length ? ` WHERE ${kinds.join('')}` : ''}`,
        `WITH near, relation, far, rank ORDER BY rank, relation, far.id ${limit}`,
      ]
    : stored;
  const { lines, value } = steps(printer, plan.steps, plan.during);
  return [
    ...found,
    ...lines,
    `WITH rank, relation, far.id AS id, ${value} AS row ORDER BY rank, relation, id`,
    'RETURN collect(row) AS answer',
  ];
}

function counted({ catalogue }: Printer, { during }: Neighbours): string[] {
  const makers = new Makers(catalogue);
  const fact = [makers.counts('f', 'type(n)'), makers.within('f', during!), 'far <> near'].join(' AND ');
  const out = makers.own('near', 'relation', during!);
  const back = makers.own('far', 'inverse', during!);
  const branches = [
    [
      `MATCH (near)<-[n:${makers.near}]-(f)-[x:${makers.far}]->(far)`,
      `WHERE ${fact}`,
      `RETURN ${makers.named('relation', 'type(n)', 'type(x)')} AS relation, far`,
    ],
    [
      `MATCH (near)<-[x:${makers.far}]-(f)-[n:${makers.near}]->(far)`,
      `WHERE ${fact}`,
      `RETURN ${makers.named('inverse', 'type(n)', 'type(x)')} AS relation, far`,
    ],
    [
      `MATCH (near)-[r:${out.types}]->(far)`,
      `WHERE ${out.where} AND far <> near`,
      `RETURN ${out.name} AS relation, far`,
    ],
    [
      `MATCH (near)<-[r:${back.types}]-(far)`,
      `WHERE ${back.where} AND far <> near`,
      `RETURN ${back.name} AS relation, far`,
    ],
  ];
  const joined = branches.flatMap((lines, i) => (i ? ['UNION ALL', ...lines] : lines));
  // A pair of relations that makes no tie has no name.
  return [
    'CALL (near) {',
    ...joined.map((l) => `  ${l}`),
    '}',
    'WITH near, relation, far WHERE relation IS NOT NULL',
  ];
}
