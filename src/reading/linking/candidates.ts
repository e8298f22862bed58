import type { Catalogue } from '../../model/catalogue.js';
import { MAY_BE_ONE } from '../../model/names/compare.js';
import type { Found } from '../../plan/candidates.js';
import type { Store } from '../../store/port.js';
import { planCandidates, type Asked } from './asked.js';
import { known } from './known.js';
import { sceneOf, score, type Scored } from './score.js';

export interface Candidate extends Scored {
  readonly id: string;
}

/** Who or what a name could be, best first: one statement, then scored here, so that every engine answers the same. */
export async function candidates(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  asked: Asked,
  first: number,
): Promise<Candidate[]> {
  const plan = planCandidates(catalogue, asked);
  const [named, context, rows] = (await store.read(plan)) as Found;
  const scene = sceneOf(asked, named, context);
  return rows
    .map((row) => known(plan.candidates.shape, row))
    .map((entity) => ({ ...entity, ...score(entity, scene) }))
    .filter((c) => c.score >= MAY_BE_ONE)
    .sort((a, b) => b.score - a.score || b.prominence - a.prominence || (a.id < b.id ? -1 : 1))
    .slice(0, first)
    .map(({ id, score: of, reason }) => ({ id, score: of, reason }));
}
