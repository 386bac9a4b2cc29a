import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import type { ResultOf } from '#platform/web';
import { LocaleNumber, useText } from '#platform/web';
import type { questFigures } from '../../../contract/index.ts';
import { Duration } from '../../pieces/index.ts';
import { studioTexts } from '../texts.ts';
import { ShareBar } from './share-bar.tsx';

type PointFigures = ResultOf<typeof questFigures>['points'][number];

const columns = ['reached', 'arrived', 'done', 'skipped', 'hints', 'wrong_answers', 'left'] as const;

/** The points in their order, with how many came, answered, gave up and stayed. */
export function PointFiguresTable({
  points,
  started,
}: {
  readonly points: readonly PointFigures[];
  readonly started: number;
}): ReactNode {
  const t = useText(studioTexts);
  const worst = Math.max(1, ...points.map(({ left }) => left));
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('figures.by_point')}>
      <Table size="small" sx={{ minWidth: 820 }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('figures.point')}</TableCell>
            {columns.map((column) => (
              <TableCell key={column} align="right">
                {t(`figures.${column}`)}
              </TableCell>
            ))}
            <TableCell align="right">{t('figures.median_point')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {points.map((point, at) => (
            <TableRow key={point.point_id}>
              <TableCell component="th" scope="row" sx={{ width: 240 }}>
                <Box sx={{ mb: 0.5, fontWeight: 560 }}>
                  {at + 1}. {point.title}
                </Box>
                <ShareBar done={point.done / started} came={point.arrived / started} />
              </TableCell>
              {columns.map((column) => (
                <TableCell
                  key={column}
                  align="right"
                  sx={{
                    fontVariantNumeric: 'tabular-nums',
                    ...(column === 'left' && point.left === worst
                      ? { color: 'warning.main', fontWeight: 650 }
                      : {}),
                  }}
                >
                  <LocaleNumber value={point[column]} />
                </TableCell>
              ))}
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {point.median_seconds === null ? (
                  '—'
                ) : (
                  <Duration minutes={Math.max(1, point.median_seconds / 60)} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
