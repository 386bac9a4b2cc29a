import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { LongText } from '../description/long-text.tsx';
import { Section } from '../description/section.tsx';
import { usePointsChange } from '../draft/desk-context.ts';
import { withPoint } from '../draft/points.rules.ts';
import { studioTexts } from '../texts.ts';
import { BlockList } from './block-list.tsx';
import { HintList } from './hint-list.tsx';
import { PointHead } from './point-head.tsx';
import { PointPlace } from './point-place.tsx';
import { ScoreFields } from './score-fields.tsx';
import { TaskEditor } from './task-editor.tsx';

const story = ['before', 'story', 'after'] as const;

/** One point from within: what is told, what is asked, what it is worth. */
export function PointEditor({ point }: { readonly point: Point }): ReactNode {
  const t = useText(studioTexts);
  const changePoints = usePointsChange();
  const change = (part: Partial<Point>): void =>
    changePoints((points) => points.map((one) => (one.id === point.id ? { ...one, ...part } : one)));
  const blocks = (part: (typeof story)[number]) => (
    <Section title={t(`point.${part}`)} help={t(`point.${part}_help`)}>
      <BlockList
        label={t(`point.${part}`)}
        blocks={point[part]}
        onChange={(next) => change({ [part]: next })}
      />
    </Section>
  );
  return (
    <Stack spacing={3}>
      <PointHead point={point} />
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 4, md: 5 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={4}>
          <LongText
            label={t('point.title')}
            value={point.title}
            onChange={(title) => change({ title })}
            most={120}
            required
            fault={point.title.trim() === '' ? t('point.title_missing') : undefined}
          />
          {blocks('before')}
          {blocks('story')}
          <TaskEditor task={point.task} onChange={(task) => change({ task })} />
          <HintList hints={point.hints} onChange={(hints) => change({ hints })} />
          {blocks('after')}
        </Stack>
        <Stack spacing={4}>
          <PointPlace point={point} onChange={(next) => changePoints((points) => withPoint(points, next))} />
          <ScoreFields point={point} onChange={change} />
        </Stack>
      </Box>
    </Stack>
  );
}
