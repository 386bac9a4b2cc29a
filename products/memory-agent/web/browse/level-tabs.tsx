import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useCall, useText } from '#platform/web';
import { memoryStats } from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { type Level, levelOrder } from '../levels/levels.ts';
import { memoryTexts } from '../texts.ts';

export interface LevelTabsProps {
  readonly level: Level | null;
  readonly onChange: (level: Level | null) => void;
}

/** One tab per level, with how much is on it. */
export function LevelTabs({ level, onChange }: LevelTabsProps): ReactNode {
  const t = useText(memoryTexts);
  const { data: stats } = useCall(memoryStats, {});
  const count = (value: number | undefined): ReactNode =>
    value === undefined ? null : (
      <Box component="span" sx={{ ml: 0.75, color: 'text.secondary', fontWeight: 480 }}>
        <LocaleNumber value={value} />
      </Box>
    );
  const all = stats && levelOrder.reduce((sum, name) => sum + stats[`${name}_count`], 0);
  return (
    <Tabs
      value={level ?? 'all'}
      onChange={(_event, next: string) => onChange(levelOrder.find((name) => name === next) ?? null)}
      variant="scrollable"
      scrollButtons={false}
      aria-label={t('graph.legend')}
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab
        value="all"
        label={
          <span>
            {t('level.all')}
            {count(all)}
          </span>
        }
      />
      {levelOrder.map((name) => (
        <Tab
          key={name}
          value={name}
          iconPosition="start"
          icon={<LevelDot level={name} size={8} />}
          label={
            <span>
              {t(`level.${name}`)}
              {count(stats?.[`${name}_count`])}
            </span>
          }
          sx={{ gap: 0.75 }}
        />
      ))}
    </Tabs>
  );
}
