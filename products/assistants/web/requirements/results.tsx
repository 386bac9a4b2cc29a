import { Box, Stack, Tab, Tabs } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '#platform/web';
import { ExportMenu } from './export/export-menu.tsx';
import { StaleNotice } from './input/source-panel.tsx';
import { filtered, noFilters } from './list/filters.rules.ts';
import { RequirementList } from './list/requirement-list.tsx';
import { ObjectsPanel } from './objects-panel.tsx';
import { SetPanel } from './set/set-panel.tsx';
import { Summary } from './summary.tsx';
import { requirementsTexts } from './texts.ts';
import { type TraceLines, TracePanel } from './trace/trace-panel.tsx';
import type { Analysed } from './use-analysis.ts';

type View = 'list' | 'set' | 'objects' | 'trace';

export interface ResultsProps {
  readonly analysed: Analysed;
  /** The text or the settings have changed since. */
  readonly isStale: boolean;
}

/** Everything the analysis says, in four views. */
export function Results({ analysed, isStale }: ResultsProps): ReactNode {
  const t = useText(requirementsTexts);
  const { analysis } = analysed;
  const [view, setView] = useState<View>('list');
  const [filters, setFilters] = useState(noFilters);
  const [shown, setShown] = useState<{ readonly id: string } | null>(null);
  const [lines, setLines] = useState<TraceLines>({ tests: '', design: '' });
  const listed = useMemo(() => filtered(analysis.requirements, filters), [analysis, filters]);
  const show = (id: string): void => {
    setFilters(noFilters);
    setShown({ id });
    setView('list');
  };
  const together = analysis.conflicts.length + analysis.duplicates.length;
  return (
    <Stack spacing={2}>
      <Summary analysis={analysis} />
      {isStale ? <StaleNotice /> : null}
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1 }}
      >
        <Tabs
          value={view}
          onChange={(_event, next) => setView(next)}
          aria-label={t('tab.label')}
          variant="scrollable"
          scrollButtons={false}
          sx={{ minWidth: 0 }}
        >
          <Tab value="list" label={t('tab.list')} />
          <Tab value="set" label={together === 0 ? t('tab.set') : `${t('tab.set')} (${together})`} />
          <Tab value="objects" label={`${t('tab.objects')} (${analysis.objects.length})`} />
          <Tab value="trace" label={t('tab.trace')} />
        </Tabs>
        <ExportMenu analysis={analysis} listed={listed} />
      </Stack>
      <Box role="tabpanel" aria-label={t(`tab.${view}`)}>
        {view === 'list' ? (
          <RequirementList
            all={analysis.requirements}
            filters={filters}
            onFilters={(next) => {
              setShown(null);
              setFilters(next);
            }}
            shown={shown}
          />
        ) : view === 'set' ? (
          <SetPanel
            analysis={analysis}
            onShow={show}
            onShowRules={(rules) => {
              setShown(null);
              setFilters({ ...noFilters, findings: rules.join(',') });
              setView('list');
            }}
          />
        ) : view === 'objects' ? (
          <ObjectsPanel objects={analysis.objects} onShow={show} />
        ) : (
          <TracePanel analysed={analysed} lines={lines} onLines={setLines} onShow={show} />
        )}
      </Box>
    </Stack>
  );
}
