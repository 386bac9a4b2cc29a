import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { EmptyState, ListSkeleton, useText } from '#platform/web';
import type { PlanSchedule, SavedPlanDetail } from '../../../contract/index.ts';
import { CalendarsPanel } from '../calendars/calendars-panel.tsx';
import { yearsBetween } from '../calendars/month.rules.ts';
import { ChancePanel } from '../chance/chance-panel.tsx';
import { useSimulation } from '../chance/use-simulation.ts';
import { ComparePanel } from '../compare/compare-panel.tsx';
import { CostsPanel } from '../costs/costs-panel.tsx';
import { GanttPanel } from '../gantt/gantt-panel.tsx';
import { LoadPanel } from '../load/load-panel.tsx';
import { RisksPanel } from '../risks/risks-panel.tsx';
import type { Spot } from '../table/task-table.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { localDay } from './example.ts';
import type { Scheduling } from './scheduling.ts';
import { TableTab } from './table-tab.tsx';
import type { TabName } from './tabs.ts';
import type { PlanInHand } from './use-plan.ts';

/** Where to go within a tab; a new object goes there again. */
export interface Targets {
  readonly task: Spot | null;
  readonly resource: { readonly id: string } | null;
  readonly risk: { readonly key: string } | null;
}

export interface PlanPanelsProps {
  readonly tab: TabName;
  readonly saved: SavedPlanDetail | null;
  readonly plan: PlanInHand;
  readonly formats: PlanFormats;
  readonly scheduling: Scheduling;
  readonly onScheduling: (scheduling: Scheduling) => void;
  readonly targets: Targets;
  readonly calendar: string | null;
  readonly onCalendar: (key: string) => void;
  readonly onTab: (tab: TabName) => void;
  readonly onTask: (id: string) => void;
  /** The server could not compute the plan for another reason than its faults. */
  readonly isBroken: boolean;
}

const dayShape = /^\d{4}-\d{2}-\d{2}/;

/** The day the plan starts, or today while that is none. */
function firstDayOf(start: string): string {
  const day = start.slice(0, 10);
  return dayShape.test(start) && !Number.isNaN(Date.parse(day)) ? day : localDay(new Date());
}

/** What the chosen tab shows of a plan. */
export function PlanPanels(props: PlanPanelsProps): ReactNode {
  const { tab, saved, plan, formats, scheduling, onScheduling, targets, isBroken } = props;
  const t = useText(planningTexts);
  const simulation = useSimulation();
  const { control, document, schedule, faults, isChanged } = plan;
  const { sheet } = control;
  const { result, of, isRunning } = schedule;
  const blocked = faults.errors > 0;
  const computed = (content: (known: PlanSchedule) => ReactNode): ReactNode => {
    if (result !== null) return content(result);
    return blocked || isBroken ? (
      <EmptyState title={t('nothing_computed')} hint={t('faults.blocked')} />
    ) : (
      <ListSkeleton rows={4} height={56} />
    );
  };
  const before =
    result !== null && of !== document && !isRunning ? (
      <Alert severity="info" sx={{ mb: 1.5 }}>
        {t('faults.before')}
      </Alert>
    ) : null;
  switch (tab) {
    case 'table':
      return (
        <TableTab
          plan={plan}
          formats={formats}
          scheduling={scheduling}
          onScheduling={onScheduling}
          target={targets.task}
          resource={targets.resource}
        />
      );
    case 'calendars':
      return (
        <CalendarsPanel
          control={control}
          faults={faults}
          formats={formats}
          years={yearsBetween(sheet.start, result?.schedule.finish ?? '')}
          firstDay={firstDayOf(sheet.start)}
          chosen={props.calendar}
          onChoose={props.onCalendar}
        />
      );
    case 'risks':
      return (
        <RisksPanel
          control={control}
          document={document}
          faults={faults}
          formats={formats}
          target={targets.risk}
          onSimulate={() => props.onTab('chance')}
        />
      );
    case 'costs':
      return (
        <>
          {before}
          <CostsPanel
            control={control}
            faults={faults}
            formats={formats}
            result={result}
            of={of}
            scheduling={scheduling}
            onScheduling={onScheduling}
          />
        </>
      );
    case 'gantt':
      return computed((known) => (
        <>
          {before}
          <GanttPanel result={known} formats={formats} onEdit={props.onTask} />
        </>
      ));
    case 'chance':
      return <ChancePanel control={simulation} document={document} blocked={blocked} formats={formats} />;
    case 'load':
      return computed((known) => (
        <>
          {before}
          <LoadPanel
            loads={known.load}
            formats={formats}
            by={scheduling.by}
            onBy={(by) => onScheduling({ ...scheduling, by })}
            onLevel={
              scheduling.levelling === 'none'
                ? () => onScheduling({ ...scheduling, levelling: 'min_lst' })
                : undefined
            }
          />
        </>
      ));
    case 'compare':
      return (
        <ComparePanel
          id={saved?.id ?? null}
          current={document.plan}
          isChanged={isChanged}
          blocked={blocked}
          scheduling={scheduling}
          formats={formats}
        />
      );
  }
}
