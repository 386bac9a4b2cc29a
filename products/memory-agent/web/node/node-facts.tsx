import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { useSpeakerName } from '../levels/use-speaker-name.ts';
import { memoryTexts } from '../texts.ts';

/** Who said it, when it happened, when it was remembered, how often it was used. */
export function NodeFacts({ node }: { readonly node: MemoryNode }): ReactNode {
  const t = useText(memoryTexts);
  const speakerName = useSpeakerName();
  const rows: (readonly [term: string, value: ReactNode])[] = [
    ...(node.speaker === null ? [] : [[t('node.said_by'), speakerName(node.speaker)] as const]),
    ...(node.occurred_at === null
      ? []
      : [[t('node.happened'), <RelativeTime key="happened" value={node.occurred_at} />] as const]),
    [t('node.remembered'), <RelativeTime key="remembered" value={node.created_at} />],
    [t('node.used'), t('node.used_times', { count: node.access_count })],
    ...(node.deleted_at === null
      ? []
      : [[t('node.deleted_at'), <RelativeTime key="deleted" value={node.deleted_at} />] as const]),
  ];
  return (
    <Box
      component="dl"
      aria-label={t('node.facts')}
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.5,
        typography: 'body2',
      }}
    >
      {rows.map(([term, value]) => (
        <Fragment key={term}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {term}
          </Typography>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Fragment>
      ))}
    </Box>
  );
}
