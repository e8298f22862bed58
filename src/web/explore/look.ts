import type { StylesheetJson } from 'cytoscape';

/** How kinds are told apart besides by colour: by shape. */
const SHAPES: Readonly<Record<string, string>> = {
  Person: 'ellipse',
  Country: 'rectangle',
  Organization: 'round-rectangle',
  Meeting: 'diamond',
  MeetingSeries: 'diamond',
  Topic: 'hexagon',
  Place: 'triangle',
  Venue: 'triangle',
};

/** The style of the network, in the page's own colours. */
export function styleOf(page: CSSStyleDeclaration): StylesheetJson {
  const colour = (name: string) => page.getPropertyValue(name).trim();
  return [
    {
      selector: 'node',
      style: {
        label: 'data(name)',
        shape: 'ellipse',
        width: 18,
        height: 18,
        'background-color': colour('--soft'),
        color: colour('--ink'),
        'font-family': 'Georgia, serif',
        'font-size': 11,
        'text-wrap': 'ellipsis',
        'text-max-width': '140px',
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'min-zoomed-font-size': 7,
      },
    },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({
      selector: `node[kind = "${kind}"]`,
      style: { shape: shape as 'ellipse' },
    })),
    { selector: 'node.grown', style: { 'background-color': colour('--accent'), width: 26, height: 26 } },
    {
      selector: 'node.path',
      style: { 'border-width': 4, 'border-color': colour('--affirms') },
    },
    {
      selector: 'edge',
      style: { width: 1, 'line-color': colour('--soft'), 'line-opacity': 0.5, 'curve-style': 'haystack' },
    },
    {
      selector: 'edge.few',
      style: {
        'curve-style': 'bezier',
        label: 'data(relation)',
        color: colour('--soft'),
        'font-size': 9,
        'font-family': 'system-ui, sans-serif',
        'text-rotation': 'autorotate',
        'text-background-color': colour('--panel'),
        'text-background-opacity': 1,
        'min-zoomed-font-size': 7,
      },
    },
  ];
}
