import type { Credit } from '../credits.js';

/** The first line of a graph. */
export interface Header {
  readonly rapporteur: 'graph';
  readonly version: typeof VERSION;
  readonly sources: readonly Credit[];
}

/** Of the form of the file; another is refused by name. */
const VERSION = 1;

export const header = (sources: readonly Credit[]): Header => ({
  rapporteur: 'graph',
  version: VERSION,
  sources,
});

/** The header that a line is, or what is wrong with it. */
export function headerOf(value: unknown): Header | string {
  const { rapporteur, version, sources = [] } = (value ?? {}) as Record<string, unknown>;
  if (rapporteur !== 'graph')
    return `is no header of a graph; that is ${JSON.stringify(header([]))}, as \`rapporteur export graph\` writes it`;
  if (version !== VERSION)
    return `says version ${JSON.stringify(version)}; this is read in version ${VERSION}: export it anew, or import it with the version that wrote it`;
  const credited = Array.isArray(sources) && sources.every(isCredit);
  return credited
    ? header(sources)
    : 'has sources that are none: a list of {"name": …}, whose values are texts';
}

function isCredit(value: unknown): value is Credit {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return 'name' in value && Object.values(value).every((text) => typeof text === 'string');
}
