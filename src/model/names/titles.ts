const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Words before a name that say what somebody is, and hardly who. */
export const titles = words(`
  mr mrs ms miss dr prof professor sir lord lady dame madam madame honorable honourable hon excellency his her
  president elect designate premier chancellor taoiseach prime minister secretary ambassador consul envoy emissary representative negotiator
  diplomat spokesman spokeswoman spokesperson leader chairman chairwoman chairperson chair speaker senator sen
  congressman congresswoman rep governor gov mayor judge justice commissioner director chief head delegate
  general gen colonel col lieutenant lt major maj captain capt sergeant sgt marshal admiral adm commander
  king queen prince princess duke duchess regent emperor empress sultan emir sheikh shaikh sheik shah ayatollah imam mullah pope
  cardinal archbishop bishop father reverend rev rabbi comrade supreme deputy vice former ex acting interim top
  special senior foreign defence defense first under assistant
`);

/** Small words inside names, written or left out as it pleases. */
export const particles = words(`
  al el ul ibn bin ben bint abu von van der den de la le du da di do dos das del della y e i jr sr phd
`);

/** The same, but that they may be syllables of a name where a hyphen ties them or they end it: Jae-in. */
export const prepositions = words('of the and for to in on at');

/** What belongs to the full style of an office and is left out when it is spoken of. */
export const ceremony = words('extraordinary plenipotentiary');

const gendered = /^(spokes|chair|congress)(?:man|woman|person)$/;

/** The words that mean the same office, whoever holds it. */
export function sameOffice(word: string): string[] {
  const [, stem] = gendered.exec(word) ?? [];
  return stem ? ['man', 'woman', 'person'].map((end) => stem + end) : [word];
}
