import { Box, Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { EmptyState, useText } from '#platform/web';
import type { ResourceLoad } from '../../../contract/index.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { fullness, loadTable } from './load.rules.ts';

export interface LoadPanelProps {
  readonly loads: readonly ResourceLoad[];
  readonly formats: PlanFormats;
  readonly by: 'day' | 'week';
  readonly onBy: (by: 'day' | 'week') => void;
  /** Moves tasks apart until nobody is overloaded; left out where that is done already. */
  readonly onLevel: (() => void) | undefined;
}

const most = 400;

function tint(full: number, overloaded: boolean): object {
  if (full <= 0) return {};
  if (overloaded)
    return {
      bgcolor: 'color-mix(in srgb, var(--mui-palette-error-main) 24%, transparent)',
      color: 'error.main',
      fontWeight: 640,
    };
  return {
    bgcolor: `color-mix(in srgb, var(--mui-palette-primary-main) ${Math.round(8 + Math.min(1, full) * 34)}%, transparent)`,
  };
}

/** Who is how busy when, and where it is more than there is. */
export function LoadPanel({ loads, formats, by, onBy, onLevel }: LoadPanelProps): ReactNode {
  const t = useText(planningTexts);
  const { spans, rows } = useMemo(() => loadTable(loads), [loads]);
  if (spans.length === 0) return <EmptyState title={t('load.empty')} hint={t('load.empty_hint')} />;
  const shown = spans.slice(0, most);
  const overloaded = loads.filter(({ overload_hours: hours }) => hours > 0);
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography
          role="status"
          sx={{ flex: '1 1 240px', color: overloaded.length > 0 ? 'error.main' : 'text.secondary' }}
        >
          {overloaded.length === 0
            ? t('load.fine')
            : t('load.over', { names: overloaded.map(({ name }) => name).join(', ') })}
        </Typography>
        {overloaded.length === 0 || onLevel === undefined ? null : (
          <Button variant="outlined" color="inherit" onClick={onLevel}>
            {t('load.level')}
          </Button>
        )}
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('load.by')}
          value={by}
          onChange={(_event, next: 'day' | 'week' | null) => {
            if (next !== null) onBy(next);
          }}
        >
          <ToggleButton value="week">{t('load.week')}</ToggleButton>
          <ToggleButton value="day">{t('load.day')}</ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      <Box
        role="group"
        aria-label={t('load.label')}
        // Wide tables are scrolled with the keyboard, too.
        tabIndex={0}
        sx={{
          overflow: 'auto',
          maxHeight: '70vh',
          border: 1,
          borderColor: 'divider',
          borderRadius: '12px',
          bgcolor: 'background.paper',
        }}
      >
        <Box
          component="table"
          aria-label={t('load.label')}
          sx={{
            borderCollapse: 'separate',
            borderSpacing: 0,
            minWidth: '100%',
            fontSize: '0.8125rem',
            fontVariantNumeric: 'tabular-nums',
            '& th, & td': {
              borderBottom: 1,
              borderColor: 'divider',
              height: 40,
              textAlign: 'right',
              px: 0.75,
            },
            '& td, & thead th': { minWidth: 52, whiteSpace: 'nowrap' },
            '& thead th': {
              position: 'sticky',
              top: 0,
              bgcolor: 'background.paper',
              color: 'text.secondary',
              fontWeight: 600,
              zIndex: 1,
            },
            '& th:first-of-type': {
              position: 'sticky',
              left: 0,
              bgcolor: 'background.paper',
              textAlign: 'left',
              borderRight: 1,
              borderColor: 'divider',
              minWidth: { xs: 116, sm: 180 },
              maxWidth: { xs: 116, sm: 240 },
              px: 1.25,
              zIndex: 2,
            },
            '& thead th:first-of-type': { zIndex: 3 },
          }}
        >
          <thead>
            <tr>
              <th scope="col">{t('load.resource')}</th>
              <th scope="col">{t('load.total')}</th>
              {shown.map((from) => (
                <th key={from} scope="col">
                  {formats.day(from)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ load, cells }) => (
              <tr key={load.resource}>
                <Box
                  component="th"
                  scope="row"
                  sx={{ fontWeight: 560, overflow: 'hidden', textOverflow: 'ellipsis' }}
                  title={load.name}
                >
                  {load.name}
                </Box>
                <Box component="td" sx={{ fontWeight: 560 }}>
                  {formats.hours(load.total_hours)}
                </Box>
                {shown.map((from) => {
                  const cell = cells.get(from);
                  const full = cell === undefined ? 0 : fullness(cell);
                  const words =
                    cell === undefined
                      ? ''
                      : t(cell.overloaded ? 'load.cell_over' : 'load.cell', {
                          load: formats.hours(cell.load_hours),
                          capacity: formats.hours(cell.capacity_hours),
                        });
                  return (
                    <Box component="td" key={from} title={words} sx={tint(full, cell?.overloaded ?? false)}>
                      {full <= 0 ? null : formats.number(cell?.load_hours ?? 0, 0)}
                      {cell?.overloaded === true ? (
                        <Box component="span" role="img" aria-label={t('load.overload')}>
                          {' ▲'}
                        </Box>
                      ) : null}
                    </Box>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {spans.length > most ? t('load.cut', { count: most }) : t('load.hint')}
      </Typography>
    </Stack>
  );
}
