import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Session } from '../../../contract/index.ts';
import type { PositionHandle } from '../position/use-position.ts';
import { WayLine } from '../position/way-line.tsx';
import { playTexts } from '../texts.ts';
import { CheckInReport } from '../walk/check-in-fault.tsx';
import type { CheckIn } from '../walk/use-check-in.ts';
import { Blocks } from './blocks.tsx';

interface SearchPanelProps {
  readonly session: Session;
  readonly checkIn: CheckIn;
  readonly position: PositionHandle;
}

/** Secret points: nothing is named, every clue is told, and whatever is near opens. */
export function SearchPanel({ session, checkIn, position }: SearchPanelProps): ReactNode {
  const t = useText(playTexts);
  const open = session.points.filter(({ status }) => status === 'open');
  const secret = session.order_mode === 'secret';
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2" component="h1">
        {secret ? t('walk.search_title') : session.title}
      </Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {t(secret ? 'walk.search_help' : 'walk.none_open')}
      </Typography>
      <WayLine point={null} position={position} />
      <CheckInReport fault={checkIn.fault?.why ?? null} secret={secret} />
      {open.map(({ id, before, position: place }) => (
        <Box key={id} component="section">
          {before.length === 0 ? null : (
            <Typography variant="overline" component="h2" sx={{ color: 'text.secondary' }}>
              {t('walk.point', { now: place + 1 })}
            </Typography>
          )}
          <Blocks blocks={before} />
        </Box>
      ))}
    </Box>
  );
}
