import { ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useText } from '#platform/web';
import type { Spot } from './camera.rules.ts';
import { mapTexts } from './texts.ts';

interface ClusterButtonProps {
  readonly count: number;
  readonly spot: Spot;
  readonly onPress: () => void;
}

/** Several pins that would hide each other. */
export function ClusterButton({ count, spot, onPress }: ClusterButtonProps): ReactNode {
  const t = useText(mapTexts);
  return (
    <ButtonBase
      aria-label={t('cluster', { count })}
      onClick={onPress}
      sx={{
        position: 'absolute',
        left: 0,
        top: 0,
        width: 44,
        height: 44,
        borderRadius: '50%',
        pointerEvents: 'auto',
        typography: 'body2',
        fontWeight: 650,
        fontSize: '0.875rem',
        color: 'primary.contrastText',
        bgcolor: 'primary.main',
        border: '3px solid',
        borderColor: 'background.paper',
        boxShadow: '0 2px 8px rgba(0, 0, 0, 0.3)',
      }}
      style={{
        transform: `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -50%)`,
      }}
    >
      <LocaleNumber value={count} />
    </ButtonBase>
  );
}
