import type { Catalogue } from '../model/catalogue.js';

// Where a standard of the field has the word, the word is the standard's.
const standard: Readonly<Record<string, string>> = {
  name: 'schema:name',
  description: 'schema:description',
  Person: 'schema:Person',
  Country: 'schema:Country',
  Organization: 'schema:Organization',
  Place: 'schema:Place',
  Event: 'schema:Event',
  Article: 'schema:NewsArticle',
  url: 'schema:url',
  publisher: 'schema:publisher',
  latitude: 'schema:latitude',
  longitude: 'schema:longitude',
  start: 'oa:start',
  end: 'oa:end',
  exact: 'oa:exact',
  about: 'schema:about',
  born: 'schema:birthDate',
  died: 'schema:deathDate',
  recordedAt: 'prov:generatedAtTime',
  recordedBy: 'prov:wasAttributedTo',
  language: 'schema:inLanguage',
};

/** The JSON-LD 1.1 context of the catalogue: https://www.w3.org/TR/json-ld11/ */
export function contextOf(catalogue: Catalogue): object {
  const terms: Record<string, unknown> = {
    '@version': 1.1,
    '@vocab': 'https://rapporteur.example/ns#',
    schema: 'https://schema.org/',
    oa: 'http://www.w3.org/ns/oa#',
    prov: 'http://www.w3.org/ns/prov#',
    id: '@id',
    type: '@type',
  };
  for (const concept of catalogue.concepts.values()) {
    if (standard[concept.name]) terms[concept.name] = standard[concept.name];
    for (const field of concept.fields.values()) {
      if (!field.exposed || field.name === 'id') continue;
      if (field.is === 'relation')
        terms[field.name] = {
          '@id': standard[field.name] ?? `https://rapporteur.example/ns#${field.name}`,
          '@type': '@id',
        };
      else if (standard[field.name]) terms[field.name] = standard[field.name];
    }
  }
  return { '@context': terms };
}
