/** Lines as they stand inside of others. */
export const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
