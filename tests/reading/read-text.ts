import type { Attribution, Who } from '../../src/reading/work.js';
import { Knowledge } from '../../src/reading/knowledge/knowledge.js';
import { runStages } from '../../src/reading/stages.js';

const entity = (
  id: string,
  concept: string,
  name: string,
  aliases: readonly (readonly [text: string, kind: string])[] = [],
  country?: string,
) => ({
  id,
  concept,
  name,
  description: '',
  aliases: aliases.map(([text, kind]) => ({ text, kind })),
  country: concept === 'Country' ? id : country,
  since: '',
  until: '',
});

/** A few states and people that the tests speak of. */
function smallWorld(): Knowledge {
  const knowledge = new Knowledge();
  const state = (slug: string, name: string, iso3: string, aliases: readonly (readonly [string, string])[]) =>
    knowledge.add({ ...entity(`country:${slug}`, 'Country', name, aliases), iso3 });
  state('north-korea', 'North Korea', 'PRK', [
    ['DPRK', 'ABBREVIATION'],
    ['Pyongyang', 'METONYM'],
    ['North Korean', 'DEMONYM'],
  ]);
  state('united-states', 'United States', 'USA', [
    ['US', 'ABBREVIATION'],
    ['Washington', 'METONYM'],
    ['American', 'DEMONYM'],
  ]);
  state('sweden', 'Sweden', 'SWE', [
    ['Stockholm', 'METONYM'],
    ['Swedish', 'DEMONYM'],
  ]);
  state('russia', 'Russia', 'RUS', [
    ['Moscow', 'METONYM'],
    ['Russian', 'DEMONYM'],
  ]);
  state('china', 'China', 'CHN', [
    ['Beijing', 'METONYM'],
    ['Chinese', 'DEMONYM'],
  ]);
  for (const [slug, name, of] of [
    ['pyongyang', 'Pyongyang', 'north-korea'],
    ['washington', 'Washington', 'united-states'],
    ['stockholm', 'Stockholm', 'sweden'],
    ['moscow', 'Moscow', 'russia'],
    ['beijing', 'Beijing', 'china'],
  ] as const)
    knowledge.add(entity(`place:${slug}`, 'Place', name, [], `country:${of}`));
  knowledge.seats.set('state department', knowledge.entities.get('country:united-states')!);
  knowledge.add(entity('person:donald-trump', 'Person', 'Donald Trump', [], 'country:united-states'));
  knowledge.hold({
    id: 'role:trump-president',
    person: 'person:donald-trump',
    title: 'President',
    of: 'country:united-states',
    from: '2017-01-20',
    until: '2021-01-20',
    attested: [],
    ending: 'KNOWN',
  });
  return knowledge;
}

const named = (who: Who | undefined): string => {
  if (!who) return 'nobody';
  if (who.is === 'figure') return who.figure.link?.entity?.id ?? who.figure.name;
  if (who.is === 'entity') return who.entity.id;
  return who.is === 'several' ? who.each.map(named).join(' + ') : `${who.is}: ${who.text}`;
};

/** What a text attributes, a line each: who, form, act and the words. */
export function attributed(text: string, knowledge = smallWorld(), published = '2019-10-06'): string[] {
  const work = runStages({ title: 'Talks', text, published }, knowledge);
  const words = ({ content }: Attribution) =>
    content.map((c) => work.view.text.slice(c.start, c.end)).join(' … ');
  const via = ({ viaWho }: Attribution) => (viaWho ? ` via ${named(viaWho)}` : '');
  return work.attributions.map((a) => `${named(a.who)}${via(a)} | ${a.form} ${a.act} | ${words(a)}`);
}
