import { readConfig } from '../config.js';
import { forget, type Forgotten } from '../curation/forget.js';
import { catalogue } from '../model/the-catalogue.js';
import { openStore } from '../store/open.js';

interface Flags {
  readonly text?: boolean;
  readonly by?: string;
  readonly reason?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** So many ids are shown one by one. */
const SHOWN = 20;

/** `rapporteur forget`: without `--yes` it says what would go, and nothing goes. */
export async function forgetting(id: string, flags: Flags): Promise<void> {
  const { text = false, by = '', reason, yes = false, json = false } = flags;
  const store = await openStore(catalogue, readConfig());
  try {
    const done = await forget(store, catalogue, id, { by, note: reason, text, dryRun: !yes });
    process.stdout.write(json ? `${JSON.stringify({ ...done, done: yes })}\n` : told(id, done, yes, text));
  } finally {
    await store.close();
  }
}

function told(id: string, forgotten: Forgotten, yes: boolean, text: boolean): string {
  const { gone, amended, worn, backups, change, remains } = forgotten;
  const listed = (title: string, items: readonly string[]) =>
    items.length
      ? [
          `${title} (${items.length.toLocaleString('en')}):`,
          ...items.slice(0, SHOWN).map((item) => `  ${item}`),
          ...(items.length > SHOWN ? [`  and ${(items.length - SHOWN).toLocaleString('en')} more`] : []),
        ]
      : [];
  const verb = (now: string, then: string) => (yes ? now : then);
  return `${[
    ...(text ? [verb(`The text of ${id} is gone.`, `The text of ${id} would go.`)] : []),
    ...listed(verb('Forgotten', 'To be forgotten'), gone),
    ...listed(verb('What led to it is gone from', 'What leads to it would go from'), text ? [] : amended),
    ...listed(verb('Can no longer be undone', 'Could no longer be undone'), worn),
    ...listed(
      'Backups that still have it',
      backups.map(({ file, at }) => `${file} (${at})`),
    ),
    ...(remains ? [`What stays: ${remains}.`] : []),
    yes ? `In the log it is ${change}.` : 'Nothing was done; --yes does it, and it cannot be undone.',
  ].join('\n')}\n`;
}
