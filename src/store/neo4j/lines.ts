import { indent } from '../../plan/lines.js';

/** A sub-select over what is bound outside of it. */
export const call = (imports: readonly (string | undefined)[], lines: readonly string[]): string[] => [
  `CALL (${imports.filter(Boolean).join(', ')}) {`,
  ...indent(lines),
  '}',
];
