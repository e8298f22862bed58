/** A graph of so many people, as `rapporteur import graph` takes it. */
export const people = (count: number): string =>
  [
    '{"rapporteur":"graph","version":1,"sources":[]}',
    ...Array.from({ length: count }, (_, i) =>
      JSON.stringify({
        type: 'Person',
        id: `person:p${i}`,
        name: `Person ${i}`,
        description: `${i} `.repeat(50),
      }),
    ),
  ].join('\n');
