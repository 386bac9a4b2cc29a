import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { memo, type ReactNode } from 'react';
import { useText } from '#platform/web';
import type { RiskFault } from '../sheet/faults.rules.ts';
import type { RiskWeight } from '../sheet/risk-weight.rules.ts';
import type { RiskCells, RiskRow, TaskRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { RiskFields } from './risk-fields.tsx';

export interface RiskEntryProps {
  readonly row: RiskRow;
  readonly weight: RiskWeight;
  readonly tasks: readonly TaskRow[];
  readonly currency: string;
  readonly formats: PlanFormats;
  readonly faults: readonly RiskFault[] | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (key: string, open: boolean) => void;
  readonly onWrite: (key: string, cells: Partial<RiskCells>, about?: string) => void;
  readonly onRemove: (key: string) => void;
}

const none: readonly RiskFault[] = [];

/** A line of the register: what may happen, how likely, what follows; opened, it can be changed. */
export const RiskEntry = memo(function RiskEntry(props: RiskEntryProps): ReactNode {
  const { row, weight, tasks, currency, formats, faults = none, isOpen, onOpen, onWrite, onRemove } = props;
  const t = useText(planningTexts);
  const { key } = row;
  const isFaulty = faults.some(({ severity }) => severity === 'error');
  const expected = [
    ...(weight.hours === 0 ? [] : [formats.daysChange(weight.hours)]),
    ...(weight.money === 0 ? [] : [formats.moneyChange(weight.money)]),
  ];
  const facts = [
    t('risk.chance', { percent: row.probability.trim() === '' ? '–' : row.probability }),
    ...(expected.length === 0 ? [] : [t('risk.expected', { impact: expected.join(', ') })]),
    ...(weight.counts || isFaulty ? [] : [t('risk.idle')]),
  ];
  return (
    <Accordion
      component="li"
      disableGutters
      variant="outlined"
      expanded={isOpen}
      onChange={(_event, open) => onOpen(key, open)}
      slotProps={{ transition: { unmountOnExit: true }, heading: { component: 'h2' } }}
      sx={{
        borderRadius: '12px !important',
        '&::before': { display: 'none' },
        ...(isFaulty ? { borderColor: 'error.main' } : {}),
      }}
    >
      <AccordionSummary expandIcon={<ExpandMoreRounded />}>
        <Box
          component="span"
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            rowGap: 0.25,
            alignItems: 'baseline',
            flexGrow: 1,
            minWidth: 0,
            pr: 1,
          }}
        >
          <Typography
            component="span"
            sx={{ fontWeight: 600, flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}
          >
            {isFaulty ? (
              <ErrorOutlineRounded
                color="error"
                fontSize="small"
                titleAccess={t('calendar.faulty')}
                sx={{ verticalAlign: 'text-bottom', mr: 0.75 }}
              />
            ) : null}
            {row.name.trim() === '' ? row.id : row.name}
          </Typography>
          <Typography
            component="span"
            variant="body2"
            sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
          >
            {facts.join(' · ')}
          </Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails>
        <RiskFields
          row={row}
          tasks={tasks}
          currency={currency}
          faults={faults}
          onWrite={(cells, about) => onWrite(key, cells, about)}
          onRemove={() => onRemove(key)}
        />
      </AccordionDetails>
    </Accordion>
  );
});
