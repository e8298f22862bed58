import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { useEffect, useRef } from 'react';
import { plain, words } from '../words.js';
import { styleOf } from './look.js';
import { nameOf, type Network } from './network.js';

cytoscape.use(fcose);

/** Ties that are few enough have their relation beside them, and do not lie upon each other. */
const FEW = 60;

interface Props {
  readonly of: Network;
  /** Those whose ties are shown, to which no more can grow. */
  readonly grown: ReadonlySet<string>;
  /** Those on the paths that are shown. */
  readonly onPath: ReadonlySet<string>;
  readonly grow: (id: string) => void;
}

/** The network as it is drawn: one clicks an entity and it grows; the same ties stand in the table. */
export function Drawn({ of, grown, onPath, grow }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const core = useRef<Core>(undefined);
  const clicked = useRef(grow);
  useEffect(() => {
    clicked.current = grow;
  });
  useEffect(() => {
    const cy = cytoscape({
      container: place.current,
      style: styleOf(getComputedStyle(document.documentElement)),
      // What moves is a picture of what was drawn, so that it moves smoothly.
      textureOnViewport: true,
      hideEdgesOnViewport: false,
      pixelRatio: 1,
      minZoom: 0.05,
      maxZoom: 4,
    });
    cy.on('tap', 'node', (event) => clicked.current((event.target as { id(): string }).id()));
    core.current = cy;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const restyle = () => cy.style(styleOf(getComputedStyle(document.documentElement)));
    dark.addEventListener('change', restyle);
    return () => {
      dark.removeEventListener('change', restyle);
      cy.destroy();
    };
  }, []);
  useEffect(() => {
    const cy = core.current!;
    if (draw(cy, of)) layOut(cy);
    cy.batch(() =>
      cy.nodes().forEach((node) => {
        node.toggleClass('grown', grown.has(node.id()));
        node.toggleClass('path', onPath.has(node.id()));
      }),
    );
    cy.edges().toggleClass('few', of.ties.size <= FEW);
  }, [of, grown, onPath]);
  return (
    <div
      ref={place}
      className="network"
      role="img"
      aria-label={words.networkOf(of.ends.size, of.ties.size)}
    />
  );
}

/** Adds what is new, removes what is gone; whether anything was. */
function draw(cy: Core, { ends, ties }: Network): boolean {
  const gone = cy.elements().filter((e) => !(e.isNode() ? ends.has(e.id()) : ties.has(e.id())));
  const fresh: ElementDefinition[] = [
    ...[...ends.values()].map((end) => ({
      data: { id: end.id, name: nameOf(end), kind: end.__typename },
    })),
    ...[...ties].map(([id, { from, relation, to }]) => ({
      data: { id, source: from.id, target: to.id, relation: plain(relation) },
    })),
  ].filter(({ data }) => cy.getElementById(data.id).empty());
  cy.batch(() => {
    gone.remove();
    cy.add(fresh);
  });
  return gone.nonempty() || fresh.length > 0;
}

function layOut(cy: Core): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches || cy.nodes().length > 300;
  const isLarge = cy.nodes().length > 500;
  const layout = cy.layout({
    name: 'fcose',
    quality: isLarge ? 'draft' : 'default',
    randomize: isLarge || cy.nodes('[?placed]').empty(),
    animate: !isStill,
    animationDuration: 400,
    nodeSeparation: 120,
    idealEdgeLength: () => 130,
  } as cytoscape.LayoutOptions);
  // A small network is not blown up over the whole frame.
  layout.one('layoutstop', () => {
    if (cy.zoom() > 1.3) cy.zoom(1.3).center();
  });
  layout.run();
  cy.nodes().data('placed', true);
}
