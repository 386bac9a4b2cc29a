import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { tidyPoint } from '../draft/sendable.rules.ts';
import { studioTexts } from '../texts.ts';
import { PreviewBlocks } from './preview-blocks.tsx';
import { PreviewTask } from './preview-task.tsx';

function Stage({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography
        variant="caption"
        component="h4"
        sx={{
          color: 'primary.main',
          fontWeight: 650,
          mb: 1,
          textTransform: 'uppercase',
          letterSpacing: '0.04em',
        }}
      >
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** A point as a player meets it: on the way, on the spot, afterwards. */
export function PreviewPoint({
  point,
  number,
}: {
  readonly point: Point;
  readonly number: number;
}): ReactNode {
  const t = useText(studioTexts);
  const { title, before, story, after, place_settings, ...rest } = tidyPoint(point);
  return (
    <>
      <Box sx={{ p: 2 }}>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('preview.number', { number })}
        </Typography>
        <Typography variant="h3">{title}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {place_settings.hidden
            ? t('preview.hidden')
            : t('preview.shown', { metres: place_settings.radius })}
        </Typography>
      </Box>
      {before.length === 0 ? null : (
        <Stage title={t('point.before')}>
          <PreviewBlocks blocks={before} />
        </Stage>
      )}
      <Stage title={t('preview.on_spot')}>
        <Stack spacing={2}>
          <PreviewBlocks blocks={story} />
          <PreviewTask point={{ ...rest, title, before, story, after, place_settings }} />
        </Stack>
      </Stage>
      {after.length === 0 ? null : (
        <Stage title={t('point.after')}>
          <PreviewBlocks blocks={after} />
        </Stage>
      )}
    </>
  );
}
