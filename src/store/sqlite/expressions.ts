/** The one of these that there is. */
export const either = (values: readonly string[]) =>
  values.length > 1 ? `coalesce(${values.join(', ')})` : values[0]!;

// A function of SQLite takes at most 127 arguments: a wide selection is put together from pieces.
export function jsonArray(values: readonly string[]): string {
  if (values.length <= 100) return `json_array(${values.join(', ')})`;
  const first = values.slice(0, 100).join(', ');
  const more = values.slice(100).map((value) => `, '$[#]', ${value}`);
  let out = `json_array(${first})`;
  for (let i = 0; i < more.length; i += 50) out = `json_insert(${out}${more.slice(i, i + 50).join('')})`;
  return out;
}
