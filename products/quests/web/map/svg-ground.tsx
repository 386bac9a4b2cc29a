import { memo, type ReactNode } from 'react';
import { type Camera, metresPerPixel, project, type Size } from './camera.rules.ts';
import type { MapInks } from './inks.ts';
import { cityCenter, gulf, islands, parks, rivers, streets, type Vertex } from './petersburg.ts';

interface SvgGroundProps {
  readonly camera: Camera;
  readonly size: Size;
  readonly inks: MapInks;
}

/** The built-in map as SVG, for browsers without WebGL. */
export const SvgGround = memo(function SvgGround({ camera, size, inks }: SvgGroundProps): ReactNode {
  const path = (line: readonly Vertex[]): string =>
    line
      .map(([lng, lat], index) => {
        const { x, y } = project({ lat, lng }, camera, size);
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
  const pixel = metresPerPixel(cityCenter.lat, camera.zoom);
  const width = (metres: number): number => Math.max(1, metres / pixel);
  const round = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  const park = <path d={parks.map((ring) => `${path(ring)}Z`).join('')} fill={inks.park} />;
  return (
    <svg width={size.width} height={size.height} aria-hidden style={{ display: 'block' }}>
      <rect width={size.width} height={size.height} fill={inks.land} />
      {park}
      <path d={streets.map(path).join('')} stroke={inks.street} strokeWidth={width(26)} {...round} />
      <path d={`${path(gulf)}Z`} fill={inks.water} />
      {rivers.map(({ metres, line }) => (
        <path
          key={`shore-${line[0]}`}
          d={path(line)}
          stroke={inks.shore}
          strokeWidth={width(metres) + 2}
          {...round}
        />
      ))}
      {rivers.map(({ metres, line }) => (
        <path
          key={`water-${line[0]}`}
          d={path(line)}
          stroke={inks.water}
          strokeWidth={width(metres)}
          {...round}
        />
      ))}
      <path d={islands.map((ring) => `${path(ring)}Z`).join('')} fill={inks.land} />
      {park}
    </svg>
  );
});
