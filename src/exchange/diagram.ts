import type { Catalogue } from '../model/catalogue.js';

/** The graph as a Mermaid diagram in Markdown: who leads to whom, by which relation. */
export function diagram(catalogue: Catalogue): string {
  const arrows = new Set<string>();
  for (const { owner, label, to, written } of catalogue.stored) {
    if (written && owner !== 'Change') arrows.add(`  ${owner} -->|${label}| ${to}`);
  }
  return `# The graph\n\nDerived from the catalogue: every relation that a change set can write.\n\n\`\`\`mermaid\nflowchart LR\n${[...arrows].join('\n')}\n\`\`\`\n`;
}
