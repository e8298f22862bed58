/** About how many characters a value has as JSON. */
export function weight(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 6;
  let sum = 2;
  for (const [key, inner] of Object.entries(value)) sum += key.length + 3 + weight(inner);
  return sum;
}
