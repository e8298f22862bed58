/** The values in an answer, in their order: what contestants are compared by, whatever the form of their answers. */
export function facts(value) {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string' && /^\[/.test(value)) return facts(JSON.parse(value));
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(facts);
}
