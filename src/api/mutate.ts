import { getArgumentValues } from 'graphql';
import { allowed, type Identity } from '../access/identity.js';
import { accept } from '../curation/accept.js';
import { keepApart } from '../curation/apart.js';
import { attachText } from '../curation/attach-text.js';
import { curate, type Task } from '../curation/curator.js';
import { merge } from '../curation/merge.js';
import { reject } from '../curation/reject.js';
import { relink } from '../curation/relink.js';
import { split } from '../curation/split.js';
import { undo } from '../curation/undo.js';
import { write, type GivenRecord } from '../curation/write.js';
import type { Catalogue } from '../model/catalogue.js';
import type { RootField } from '../planner/plan.js';
import type { ArticleText } from '../reading/article.js';
import type { Library } from '../reading/knowledge/library.js';
import { readArticle, type ReadResult } from '../reading/read.js';
import type { Applied } from '../store/apply/apply.js';
import type { Ledger, Store } from '../store/port.js';
import { Answering, type Mutated } from './answering.js';
import { scopeOf } from './mutations.js';

/** What a mutation is carried out with. */
export interface Carrying {
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly library: Library;
  readonly identity: Identity | undefined;
}

type Args = Readonly<Record<string, unknown>>;

/** Carries out one field of a mutation. @throws UNAUTHENTICATED, FORBIDDEN, and what the work itself throws */
export async function mutate(carrying: Carrying, info: RootField): Promise<Mutated> {
  const { fieldName } = info;
  const scope = scopeOf[fieldName]!;
  const identity = allowed(carrying.identity, scope, fieldName);
  const field = info.parentType.getFields()[fieldName]!;
  const args = getArgumentValues(field, info.fieldNodes[0]!, info.variableValues) as Args;
  const answering = new Answering(carrying.catalogue, identity, info);
  if (fieldName === 'readArticle')
    return reading(carrying, answering, args['input'] as ArticleText, args['dryRun'] === true, identity.name);
  const { catalogue, store } = carrying;
  const note =
    fieldName === 'write'
      ? (args['changes'] as { note?: string }).note
      : (args['note'] as string | undefined);
  const curating = { by: identity.name, ...(note ? { note } : {}) };
  const dryRun = args['dryRun'] === true;
  let answer: Mutated | undefined;
  // What a dry run writes can be seen within its transaction alone.
  const seen = async (ledger: Ledger, { id }: Applied) => void (answer = await answering.change(ledger, id));
  const { id } = await (fieldName === 'undo'
    ? undo(store, catalogue, args['change'] as string, curating)
    : curate(store, catalogue, taskOf(fieldName, args), { ...curating, dryRun }, dryRun ? seen : undefined));
  return answer ?? answering.change(store, id);
}

function taskOf(name: string, args: Args): Task {
  const id = (arg: string) => args[arg] as string;
  const optional = (arg: string) => (args[arg] as string | null | undefined) ?? undefined;
  const ids = (arg: string) => args[arg] as readonly string[];
  switch (name) {
    case 'attachText':
      return attachText(id('article'), id('text'));
    case 'accept':
      return accept(ids('ids'));
    case 'reject':
      return reject(ids('ids'));
    case 'relink':
      return relink(id('mention'), id('to'));
    case 'merge':
      return merge(ids('ids'), id('into'));
    case 'split':
      return split(id('id'), ids('facts'), optional('to'), optional('name'));
    case 'keepApart':
      return keepApart(id('a'), id('b'));
    default: {
      const { upserts, removals } = args['changes'] as {
        upserts?: GivenRecord[] | null;
        removals?: string[] | null;
      };
      return write(upserts ?? [], removals ?? []);
    }
  }
}

/** Reads an article, or shows what reading it would write. */
async function reading(
  { store, catalogue, library }: Carrying,
  answering: Answering,
  input: ArticleText,
  isDry: boolean,
  by: string,
): Promise<Mutated> {
  const article = Object.fromEntries(
    Object.entries(input).filter(([, v]) => v !== null),
  ) as unknown as ArticleText;
  let answer: Mutated | undefined;
  const seen = async (ledger: Ledger, result: ReadResult) =>
    void (answer = await answering.result(ledger, result));
  const result = await readArticle(store, catalogue, library, article, {
    by,
    dryRun: isDry,
    ...(isDry ? { seen } : {}),
  });
  return answer ?? answering.result(store, result);
}
