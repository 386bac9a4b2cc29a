import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized } from '#platform/web';
import { type Camera, project, type Size } from './camera.rules.ts';
import { useMapInks } from './inks.ts';
import { labels } from './petersburg.ts';

interface PlaceNamesProps {
  readonly camera: Camera;
  readonly size: Size;
}

/** Names on the built-in map: it has no glyphs of its own. */
export function PlaceNames({ camera, size }: PlaceNamesProps): ReactNode {
  const localized = useLocalized();
  const inks = useMapInks();
  const shown = labels
    .filter(({ fromZoom }) => camera.zoom >= fromZoom)
    .map((label) => ({ ...label, spot: project(label, camera, size) }))
    .filter(({ spot: { x, y } }) => x > -60 && y > -20 && x < size.width + 60 && y < size.height + 20);
  return (
    <Box aria-hidden sx={{ position: 'absolute', inset: 0, pointerEvents: 'none', userSelect: 'none' }}>
      {shown.map(({ name, spot }) => (
        <Box
          key={name.en}
          component="span"
          sx={{
            position: 'absolute',
            left: 0,
            top: 0,
            fontSize: '0.75rem',
            fontWeight: 500,
            whiteSpace: 'nowrap',
            letterSpacing: '0.01em',
          }}
          style={{
            color: inks.label,
            textShadow: `0 0 3px ${inks.land}, 0 0 3px ${inks.land}`,
            transform: `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -50%)`,
          }}
        >
          {localized(name)}
        </Box>
      ))}
    </Box>
  );
}
