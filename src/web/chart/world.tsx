import { geoAzimuthalEqualArea, geoGraticule10, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { useEffect, useMemo, useState } from 'react';
import { addressOf, go } from '../address/address.js';
import { words } from '../words.js';
import { loadAtlas, type Atlas } from './atlas.js';
import type { Spot } from './spot.js';

interface Props {
  readonly of: readonly Spot[];
  /** Looks at the places from near, rather than at the whole world. */
  readonly isNear?: boolean;
}

const WIDTH = 960;
const HEIGHT = 480;
/** At most so many places have their name on the map, those where it covers no other. */
const NAMED = 40;
/** The height of a name and the width of its letters, in units of the picture. */
const [TALL, LETTER] = [15, 7];

/** A map of places; what it shows stands as a list beside it, for who cannot see it. */
export function World({ of, isNear = false }: Props) {
  const [atlas, setAtlas] = useState<Atlas | 'failed'>();
  useEffect(() => {
    loadAtlas().then(setAtlas, () => setAtlas('failed'));
  }, []);
  const projection = useMemo(() => (isNear ? nearTo(of) : world()), [isNear, of]);
  // The land is the same for all that is drawn upon it, and it is most of the work.
  const ground = useMemo(() => {
    const path = geoPath(projection).digits(1);
    return {
      sphere: path({ type: 'Sphere' }) ?? undefined,
      lines: path(geoGraticule10()) ?? undefined,
      ...(atlas && atlas !== 'failed' && { land: path(atlas.land), borders: path(atlas.borders) }),
    };
  }, [projection, atlas]);
  const drawn = placed(of, projection);
  return (
    <>
      <svg
        className="world"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words.mapOf(of.length)}
      >
        <path className="sea" d={ground.sphere} />
        <path className="lines" d={ground.lines} />
        <path className="land" d={ground.land ?? undefined} />
        <path className="borders" d={ground.borders ?? undefined} />
        {drawn.map(({ spot, x, y, radius }) => (
          <circle
            key={spot.id}
            className="spot"
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={radius.toFixed(1)}
            onClick={() => go(addressOf(spot.id))}
          >
            <title>{spot.count === undefined ? spot.name : `${spot.name}: ${spot.count}`}</title>
          </circle>
        ))}
        {drawn.map(
          ({ spot, x, y, radius, isNamed }) =>
            isNamed && (
              <text key={spot.id} x={(x + radius + 3).toFixed(1)} y={y.toFixed(1)} dy="0.35em">
                {spot.name}
              </text>
            ),
        )}
      </svg>
      {atlas === 'failed' && <p className="failed">{words.mapFailed}</p>}
    </>
  );
}

interface Placed {
  readonly spot: Spot;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isNamed: boolean;
}

/** Places where they are drawn, the largest first so that the smaller lie upon them. */
function placed(of: readonly Spot[], projection: GeoProjection): Placed[] {
  const most = Math.max(1, ...of.map(({ count = 1 }) => count));
  const names: { x: number; y: number; wide: number }[] = [];
  return [...of]
    .sort((a, b) => (b.count ?? 1) - (a.count ?? 1))
    .flatMap((spot) => {
      const at = projection([spot.longitude, spot.latitude]);
      if (!at) return [];
      const radius = spot.count === undefined ? 6 : 2 + 14 * Math.sqrt(spot.count / most);
      const name = { x: at[0] + radius + 3, y: at[1], wide: spot.name.length * LETTER };
      const isNamed =
        names.length < NAMED &&
        names.every(
          (n) => Math.abs(n.y - name.y) > TALL || n.x > name.x + name.wide || name.x > n.x + n.wide,
        );
      if (isNamed) names.push(name);
      return [{ spot, x: at[0], y: at[1], radius, isNamed }];
    });
}

const world = (): GeoProjection =>
  geoNaturalEarth1().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    { type: 'Sphere' },
  );

/** Looks straight down on the middle of the places, some 15 degrees to each side. */
function nearTo(spots: readonly Spot[]): GeoProjection {
  const middle = (of: (spot: Spot) => number) =>
    spots.reduce((sum, s) => sum + of(s), 0) / (spots.length || 1);
  return geoAzimuthalEqualArea()
    .rotate([-middle((s) => s.longitude), -middle((s) => s.latitude)])
    .translate([WIDTH / 2, HEIGHT / 2])
    .scale(1100)
    .clipAngle(40);
}
