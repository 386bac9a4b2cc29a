import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { type Camera, type LatLng, metresPerPixel, project, type Size } from './camera.rules.ts';
import type { MapMarker, PlayerPosition } from './types.ts';

interface DrawingsProps {
  readonly camera: Camera;
  readonly size: Size;
  readonly markers: readonly MapMarker[];
  readonly route: readonly LatLng[];
  readonly position: PlayerPosition | null;
}

const primary = 'var(--mui-palette-primary-main)';
const here = 'var(--mui-palette-info-main)';

/** Lines and rings between the ground and the pins. */
export function Drawings({ camera, size, markers, route, position }: DrawingsProps): ReactNode {
  const spot = (place: LatLng) => project(place, camera, size);
  const pixels = (metres: number, lat: number): number => metres / metresPerPixel(lat, camera.zoom);
  const line = route.map(spot).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const at = position === null ? null : spot(position);
  return (
    <Box
      component="svg"
      aria-hidden
      width={size.width}
      height={size.height}
      sx={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
    >
      {markers.map(({ id, place, radius, tone }) => {
        if (radius === undefined) return null;
        const { x, y } = spot(place);
        const color = tone === 'current' ? 'var(--mui-palette-secondary-main)' : primary;
        return (
          <circle
            key={id}
            cx={x}
            cy={y}
            r={pixels(radius, place.lat)}
            fill={color}
            fillOpacity={0.14}
            stroke={color}
            strokeWidth={1.5}
          />
        );
      })}
      {line.length > 1 ? (
        <>
          <polyline
            points={line.join(' ')}
            fill="none"
            stroke="var(--mui-palette-background-paper)"
            strokeWidth={6}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          <polyline
            points={line.join(' ')}
            fill="none"
            stroke={primary}
            strokeWidth={3}
            strokeDasharray="2 7"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </>
      ) : null}
      {position === null || at === null ? null : (
        <>
          {position.accuracy === undefined ? null : (
            <circle
              cx={at.x}
              cy={at.y}
              r={pixels(position.accuracy, position.lat)}
              fill={here}
              fillOpacity={0.12}
              stroke={here}
              strokeOpacity={0.5}
            />
          )}
          <circle cx={at.x} cy={at.y} r={8} fill={here} stroke="#fff" strokeWidth={3} />
        </>
      )}
    </Box>
  );
}
