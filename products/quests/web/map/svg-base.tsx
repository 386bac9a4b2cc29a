import { Box } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BaseProps } from './base.ts';
import { unproject } from './camera.rules.ts';
import { useMapInks } from './inks.ts';
import { SvgGround } from './svg-ground.tsx';
import { useGestures } from './use-gestures.ts';

/** The ground without WebGL: the same gestures and keys over an SVG. */
export function SvgBase({ label, camera, size, still, onCamera, onTap, onDriver }: BaseProps): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const inks = useMapInks();
  const gestures = useGestures({
    area,
    camera,
    size,
    still,
    onCamera,
    onTap: (spot) => onTap(unproject(spot, camera, size)),
  });
  useEffect(() => {
    onDriver({ go: onCamera });
    return () => onDriver(null);
  }, [onDriver, onCamera]);
  return (
    <Box
      ref={area}
      role="application"
      aria-label={label}
      tabIndex={still ? -1 : 0}
      sx={{
        position: 'absolute',
        inset: 0,
        overflow: 'hidden',
        touchAction: still ? 'auto' : 'none',
        cursor: still ? 'default' : 'grab',
        userSelect: 'none',
        '&:focus-visible': { outlineOffset: '-3px' },
      }}
      {...gestures}
    >
      <SvgGround camera={camera} size={size} inks={inks} />
    </Box>
  );
}
