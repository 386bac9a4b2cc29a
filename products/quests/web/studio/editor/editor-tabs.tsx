import { Box, Tab, Tabs } from '@mui/material';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import { ListSkeleton, useText } from '#platform/web';
import { CheckTab } from '../check/check-tab.tsx';
import { DescriptionTab } from '../description/description-tab.tsx';
import { useDeskState } from '../draft/desk-context.ts';
import { PreviewTab } from '../preview/preview-tab.tsx';
import { StationsTab } from '../stations/stations-tab.tsx';
import { studioTexts } from '../texts.ts';
import { type EditorTab, tabs, usePlace } from './use-place.ts';

const RouteTab = lazy(async () => ({ default: (await import('../route/route-tab.tsx')).RouteTab }));
const StatisticsTab = lazy(async () => ({
  default: (await import('../statistics/statistics-tab.tsx')).StatisticsTab,
}));

const content: Readonly<Record<EditorTab, ReactNode>> = {
  description: <DescriptionTab />,
  route: <RouteTab />,
  preview: <PreviewTab />,
  check: <CheckTab />,
  statistics: <StatisticsTab />,
  stations: <StationsTab />,
};

/** The rooms of the editor. While moderators look, what they look at cannot be touched. */
export function EditorTabs(): ReactNode {
  const t = useText(studioTexts);
  const { tab, go } = usePlace();
  const { state } = useDeskState().base;
  const panelId = useId();
  const isLocked = state === 'in_review' && (tab === 'description' || tab === 'route');
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_event, next: EditorTab) => go(next)}
        variant="scrollable"
        aria-label={t('editor.tabs')}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 3 }}
      >
        {tabs.map((name) => (
          <Tab
            key={name}
            value={name}
            label={t(`tab.${name}`)}
            id={`${panelId}-${name}`}
            aria-controls={panelId}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${tab}`}>
        <Box inert={isLocked} sx={isLocked ? { opacity: 0.6 } : null}>
          <Suspense fallback={<ListSkeleton rows={4} height={96} />}>{content[tab]}</Suspense>
        </Box>
      </Box>
    </>
  );
}
