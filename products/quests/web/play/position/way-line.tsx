import MyLocationRounded from '@mui/icons-material/MyLocationRounded';
import NavigationRounded from '@mui/icons-material/NavigationRounded';
import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { directionOf, wayTo } from './fixes.rules.ts';
import { useDistance } from './use-distance.ts';
import { useHeading } from './use-heading.ts';
import type { PositionHandle } from './use-position.ts';

interface WayLineProps {
  readonly point: Pick<PlayPoint, 'place' | 'radius'> | null;
  readonly position: PositionHandle;
}

/** How far it is to the point and in which direction; the arrow turns with the phone where it knows north. */
export function WayLine({ point, position }: WayLineProps): ReactNode {
  const t = useText(playTexts);
  const distance = useDistance();
  const { state, fix } = position;
  const place = point?.place ?? null;
  const heading = useHeading(place !== null && fix !== null);
  if (state === 'denied' || state === 'unavailable') {
    return (
      <Typography variant="body2" sx={{ color: 'warning.main' }}>
        {t(state === 'denied' ? 'position.denied' : 'position.unavailable')}
      </Typography>
    );
  }
  if (state === 'idle') {
    return (
      <Button
        size="small"
        variant="text"
        startIcon={<MyLocationRounded fontSize="small" />}
        onClick={() => position.follow()}
        sx={{ justifySelf: 'start', ml: -1.5 }}
      >
        {t('position.allow')}
      </Button>
    );
  }
  if (fix === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('position.searching')}
      </Typography>
    );
  }
  const accuracy = t('position.accuracy', { metres: Math.ceil(fix.accuracy) });
  if (place === null || point === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {accuracy}
      </Typography>
    );
  }
  const way = wayTo(fix, place);
  const isHere = way.distance <= point.radius;
  const direction = t(`position.direction.${directionOf(way.bearing)}`);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      {isHere ? null : (
        <Box
          aria-hidden
          sx={{
            display: 'grid',
            color: 'primary.main',
            transform: `rotate(${way.bearing - (heading ?? 0)}deg)`,
            transition: 'transform 200ms',
          }}
        >
          <NavigationRounded fontSize="small" />
        </Box>
      )}
      <Typography variant="body2">
        <Box component="span" sx={{ fontWeight: 620, color: isHere ? 'success.main' : 'text.primary' }}>
          {isHere
            ? t('position.here')
            : t('position.towards', { distance: distance(way.distance), direction })}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {` · ${accuracy}`}
        </Box>
      </Typography>
    </Box>
  );
}
