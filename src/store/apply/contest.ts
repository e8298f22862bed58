import type { Property } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import type { Derivation } from './derivation.js';
import { property } from './encode.js';
import type { View } from './view.js';

/** Whether a claim is contested, and whether a party has shifted. Rule 18 of how to model: only what was said counts. */
export const contest: Derivation = {
  concept: 'Claim',
  async affected(view, changed) {
    const claims = new Set([
      ...view.ofConcept(changed, 'Claim'),
      ...view.pointed(changed, 'Position', 'claim'),
    ]);
    await view.load(claims);
    return [
      ...claims,
      ...(await opposing(view, claims)).map(([, other]) => other),
      ...view.pointed(changed, 'Claim', 'contradicts'),
    ];
  },
  async prepare(view, rows, catalogue) {
    const pairs = await opposing(
      view,
      rows.map((r) => r.id),
    );
    const claims = new Set([...rows.map((r) => r.id), ...pairs.map(([, other]) => other)]);
    const taken = await view.referrers('Position', 'claim', claims);
    await view.load(taken.map(([id]) => id));
    const positions = new Map<string, Row[]>();
    for (const [id, claim] of taken) positions.set(claim, [...(positions.get(claim) ?? []), view.get(id)!]);
    const said = catalogue.concept('Claim').fields.get('said') as Property;
    return (row) => {
      const own = positions.get(row.id) ?? [];
      const against = [
        ...own.filter((p) => p.values['stance'] === 'DENIES'),
        ...pairs
          .filter(([claim]) => claim === row.id)
          .flatMap(([, other]) => positions.get(other) ?? [])
          .filter((p) => p.values['stance'] === 'AFFIRMS'),
      ];
      const affirmed = own.filter((p) => p.values['stance'] === 'AFFIRMS');
      const values = { ...row.values };
      values['contested'] = affirmed.some((a) =>
        against.some((b) => party(a) && party(b) && party(a) !== party(b)),
      );
      values['shifted'] = affirmed.some((a) =>
        against.some((b) => party(a) && party(a) === party(b) && day(a) !== day(b)),
      );
      property(values, said, own.map(day).sort().at(-1) || null);
      return { ...row, values };
    };
  },
};

const party = (position: Row) => position.relations['holder']?.[0];
const day = (position: Row) => String(position.values['said_from'] ?? '');

/** Claims with those that contradict them, whichever of the two says so. */
async function opposing(
  view: View,
  claims: Iterable<string>,
): Promise<(readonly [claim: string, other: string])[]> {
  const ids = [...claims];
  await view.load(ids);
  const own = ids.flatMap((id) =>
    (view.get(id)?.relations['contradicts'] ?? []).map((other) => [id, other] as const),
  );
  const others = (await view.referrers('Claim', 'contradicts', ids)).map(
    ([other, id]) => [id, other] as const,
  );
  return [...own, ...others];
}
