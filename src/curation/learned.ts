import type { Catalogue } from '../model/catalogue.js';
import type { RecordInput } from '../model/change-set.js';
import { fold } from '../model/fold.js';
import { nameTokens } from '../model/names/tokens.js';
import type { Ledger } from '../store/port.js';
import { decode } from '../store/apply/encode.js';

/**
 * What a curator's decision on a mention teaches: words that name an entity and are not known as its name become an alias, so
 * that the next article finds it by them. Words that many go by (a family name alone, a description) teach nothing.
 */
export async function learned(
  ledger: Ledger,
  catalogue: Catalogue,
  mention: Readonly<Record<string, unknown>>,
): Promise<RecordInput[]> {
  const id = mention['entity'] as string | undefined;
  const [row] = id ? await ledger.rows([id]) : [];
  if (!row) return [];
  const exact = mention['exact'] as string;
  const isPerson = row.concept === 'Person';
  const words = nameTokens(exact).filter((t) => t.weight >= 0.5).length;
  if (!/\p{L}/u.test(exact) || /^\p{Ll}/u.test(exact) || (isPerson && words < 2) || row.concept === 'Meeting')
    return [];
  if (row.names.some((n) => n.fold === fold(exact))) return [];
  const { type } = decode(catalogue, row);
  return [{ type, id: row.id, set: {}, add: { aliases: [{ text: exact, kind: 'SPELLING' }] } }];
}
