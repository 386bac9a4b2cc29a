import { Alert, Box, Button, Skeleton, Stack, Tab, Tabs } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Page, useLanguage, useText } from '#platform/web';
import type { SavedPlanDetail } from '../../../contract/index.ts';
import { ConflictDialog } from '../compare/conflict-dialog.tsx';
import { useReadPlan } from '../files/use-read-plan.ts';
import { plansPath } from '../paths.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { numberOf } from '../sheet/cells.rules.ts';
import { sheetOf } from '../sheet/document.rules.ts';
import { faultsIn } from '../sheet/faults.rules.ts';
import { planningTexts } from '../texts.ts';
import { usePlanFormats } from '../use-formats.ts';
import { useMaySave } from '../use-may-save.ts';
import type { Draft } from './draft-store.ts';
import { FaultList, type FaultPlace } from './fault-list.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { PlanActions } from './plan-actions.tsx';
import { PlanPanels, type Targets } from './plan-panels.tsx';
import { SaveBar } from './save-bar.tsx';
import { type Scheduling, schedulingOf } from './scheduling.ts';
import { Summary } from './summary.tsx';
import { type TabName, tabs } from './tabs.ts';
import { usePlan } from './use-plan.ts';
import { useSave } from './use-save.ts';

const nowhere: Targets = { task: null, resource: null, risk: null };

export interface WorkbenchProps {
  readonly ownerId: string;
  readonly saved: SavedPlanDetail | null;
  readonly draft: Draft | null;
}

/** A plan in hand with everything that can be made of it. */
export function Workbench({ ownerId, saved, draft }: WorkbenchProps): ReactNode {
  const t = useText(planningTexts);
  const mark = useLanguage() === 'ru' ? ',' : '.';
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [scheduling, setScheduling] = useState<Scheduling>(() => schedulingOf(draft, saved));
  const [targets, setTargets] = useState<Targets>(nowhere);
  const [calendar, setCalendar] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const plan = usePlan({ ownerId, saved, draft, scheduling });
  const { control, document, schedule, faults, isChanged } = plan;
  const { sheet } = control;
  const formats = usePlanFormats(sheet.currency, numberOf(sheet.hoursPerDay) ?? 8);
  const reader = useReadPlan();
  const saving = useSave(saved?.id ?? null, plan);
  const maySave = useMaySave();

  const tab: TabName = tabs.find((each) => each === search.get('tab')) ?? 'table';
  const openTab = (next: TabName): void =>
    setSearch(next === 'table' ? {} : { tab: next }, { replace: true });
  const show = (place: FaultPlace): void => {
    switch (place.of) {
      case 'task':
        openTab('table');
        setTargets({ ...nowhere, task: { place: place.place, column: place.column } });
        return;
      case 'resource':
        openTab('table');
        setTargets({ ...nowhere, resource: { id: place.id } });
        return;
      case 'calendar':
        openTab('calendars');
        setCalendar(place.key);
        return;
      case 'risk':
        openTab('risks');
        setTargets({ ...nowhere, risk: { key: place.key } });
    }
  };
  const showTask = (id: string): void => {
    const place = sheet.tasks.findIndex((row) => row.id.trim() === id);
    if (place >= 0) show({ of: 'task', place, column: 'name' });
  };
  const takeFile = async (file: File): Promise<void> => {
    const read = await reader.read(file);
    if (read === null) return;
    const name = sheet.name.trim() === '' ? (read.name ?? '') : sheet.name;
    control.change(() => sheetOf({ ...read, name }, mark));
  };

  const { result, of, problem, isRunning } = schedule;
  const isStale = of !== document;
  const blocked = faults.errors > 0;
  const withoutFaults = problem !== null && faultsIn(problem.problem).length === 0 ? problem : null;
  const hindrance = !maySave
    ? t('save.viewer')
    : sheet.name.trim() === ''
      ? t('save.no_name')
      : blocked
        ? t('save.faulty')
        : '';

  const counts = { calendars: sheet.calendars.length, risks: sheet.risks.length };
  const label = (name: TabName): string => {
    const count = name === 'calendars' || name === 'risks' ? counts[name] : 0;
    return count === 0 ? t(`tab.${name}`) : t('tab.counted', { name: t(`tab.${name}`), count });
  };

  return (
    <Page
      width="full"
      title={sheet.name.trim() === '' ? t('new_plan') : sheet.name}
      help={
        saved === null ? (
          <Box sx={{ display: { xs: 'none', sm: 'block' } }}>{t('help_new')}</Box>
        ) : (
          `${t('version', { version: plan.baseVersion })} · ${t('tasks', { count: sheet.tasks.length })}`
        )
      }
      actions={
        <PlanActions
          ownerId={ownerId}
          saved={saved}
          plan={plan}
          mermaid={isStale ? '' : (result?.mermaid ?? '')}
          isReading={reader.isReading}
          onFile={takeFile}
        />
      }
    >
      <LeaveGuard active={isChanged} />
      <Stack spacing={2}>
        {reader.tooLarge === null ? null : (
          <Alert severity="error" onClose={reader.dismiss}>
            {reader.tooLarge}
          </Alert>
        )}
        <ProblemNotice error={reader.error} />
        {plan.isRestored && isChanged ? (
          <Alert
            severity="info"
            action={
              <Button color="inherit" size="small" onClick={plan.discard}>
                {t('save.discard')}
              </Button>
            }
          >
            {t('save.restored')}
          </Alert>
        ) : null}
        {saved !== null && isChanged && saved.version > plan.baseVersion ? (
          <Alert severity="warning">
            {t('save.later', { theirs: saved.version, mine: plan.baseVersion })}
          </Alert>
        ) : null}
        {result === null ? (
          isRunning ? (
            <Skeleton variant="rounded" height={86} />
          ) : null
        ) : (
          <Summary result={result} formats={formats} isStale={isStale} isRunning={isRunning} />
        )}
        <FaultList faults={faults} sheet={sheet} onShow={show} />
        <ProblemNotice error={withoutFaults} onRetry={schedule.again} />
        <Tabs
          value={tab}
          onChange={(_event, next: TabName) => openTab(next)}
          aria-label={t('tab.label')}
          variant="scrollable"
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          {tabs.map((name) => (
            <Tab key={name} value={name} label={label(name)} id={`tab-${name}`} aria-controls="plan-panel" />
          ))}
        </Tabs>
        <Box role="tabpanel" id="plan-panel" aria-labelledby={`tab-${tab}`} sx={{ minWidth: 0 }}>
          <PlanPanels
            tab={tab}
            saved={saved}
            plan={plan}
            formats={formats}
            scheduling={scheduling}
            onScheduling={setScheduling}
            targets={targets}
            calendar={calendar}
            onCalendar={setCalendar}
            onTab={openTab}
            onTask={showTask}
            isBroken={withoutFaults !== null}
          />
        </Box>
        <ProblemNotice error={saving.error} />
      </Stack>
      {isChanged ? (
        <SaveBar
          isNew={saved === null}
          note={note}
          onNote={setNote}
          hindrance={hindrance}
          isSaving={saving.isSaving}
          onSave={async () => {
            if (await saving.save(note)) setNote('');
          }}
          onDiscard={() => {
            if (saved !== null) plan.discard();
            else {
              plan.forget();
              void navigate(plansPath);
            }
          }}
        />
      ) : null}
      {saving.isConflict && saved !== null ? (
        <ConflictDialog
          id={saved.id}
          mine={document.plan}
          baseVersion={plan.baseVersion}
          busy={saving.isSaving}
          scheduling={scheduling}
          formats={formats}
          onClose={saving.closeConflict}
          onSaveMine={(version) => void saving.save(note, version)}
          onTakeTheirs={(theirs) => {
            plan.rebase(theirs);
            saving.closeConflict();
          }}
        />
      ) : null}
    </Page>
  );
}
