import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import { Accordion, AccordionDetails, AccordionSummary, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useText } from '#platform/web';
import type { GanttRow } from '../../../contract/index.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import { type Spot, TaskTable } from '../table/task-table.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { PlanHead } from './plan-head.tsx';
import type { Scheduling } from './scheduling.ts';
import type { PlanInHand } from './use-plan.ts';

export interface TableTabProps {
  readonly plan: PlanInHand;
  readonly formats: PlanFormats;
  readonly scheduling: Scheduling;
  readonly onScheduling: (scheduling: Scheduling) => void;
  readonly target: Spot | null;
  /** The resource to go to; a new object goes there again. */
  readonly resource: { readonly id: string } | null;
}

/** What is written of a plan: its head, its tasks and its resources. */
export function TableTab(props: TableTabProps): ReactNode {
  const { plan, formats, scheduling, onScheduling, target, resource } = props;
  const t = useText(planningTexts);
  const { control, faults, schedule } = plan;
  const { result } = schedule;
  const dates = useMemo(
    () => new Map<string, GanttRow>((result?.gantt ?? []).map((row) => [row.id, row])),
    [result],
  );
  const { resources } = control.sheet;
  const [isOpen, setIsOpen] = useState(resources.length > 0 && resources.length <= 8);
  useEffect(() => {
    if (resource !== null) setIsOpen(true);
  }, [resource]);
  return (
    <Stack spacing={2}>
      <PlanHead control={control} faults={faults} scheduling={scheduling} onScheduling={onScheduling} />
      <TaskTable control={control} faults={faults} dates={dates} formats={formats} target={target} />
      <Accordion
        disableGutters
        variant="outlined"
        slotProps={{ heading: { component: 'h2' } }}
        expanded={isOpen}
        onChange={(_event, open) => setIsOpen(open)}
        sx={{ borderRadius: '12px !important', '&::before': { display: 'none' } }}
      >
        <AccordionSummary expandIcon={<ExpandMoreRounded />}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {t('resource.count', { count: resources.length })}
          </Typography>
        </AccordionSummary>
        <AccordionDetails>
          <ResourceTable control={control} faults={faults} target={resource} />
        </AccordionDetails>
      </Accordion>
    </Stack>
  );
}
