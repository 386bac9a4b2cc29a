import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type ResultOf, useText } from '#platform/web';
import type { recall } from '../../contract/index.ts';
import { KindMark } from '../levels/level-mark.tsx';
import { useStrategyName } from '../strategies/strategy-names.ts';
import { memoryTexts } from '../texts.ts';
import { useDecimal } from '../use-decimal.ts';
import { ExplainBar } from './explain-bar.tsx';
import { useStageName } from './stage-names.ts';

export interface RecallReportProps {
  readonly report: ResultOf<typeof recall>;
  readonly onOpen: (id: string) => void;
}

/** What came up, best first: the words, the score as a bar of its stages, and how long each stage took. */
export function RecallReport({ report, onOpen }: RecallReportProps): ReactNode {
  const t = useText(memoryTexts);
  const hundredths = useDecimal(2);
  const tenths = useDecimal(1);
  const nameOf = useStrategyName();
  const stageName = useStageName();
  const { results, strategy, timings_ms: timings } = report;
  const best = Math.max(0, ...results.map(({ score }) => score));
  const total = timings['total'];
  const stages = Object.entries(timings).filter(([stage]) => stage !== 'total');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
        {[
          results.length === 0 ? t('recall.none') : t('recall.results', { count: results.length }),
          t('recall.used', { name: nameOf(strategy) }),
          ...(total === undefined ? [] : [t('recall.took', { value: tenths(total) })]),
        ].join(' · ')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {results.map(({ node, score, explain }, index) => (
          <Box
            component="li"
            key={node.id}
            sx={{ border: 1, borderColor: 'divider', borderRadius: '12px', overflow: 'hidden' }}
          >
            <ButtonBase
              onClick={() => onOpen(node.id)}
              sx={{
                display: 'grid',
                justifyContent: 'stretch',
                gap: 0.5,
                width: '100%',
                textAlign: 'start',
                p: 1.5,
                pb: 1,
              }}
            >
              <Box
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 1,
                  typography: 'caption',
                  color: 'text.secondary',
                }}
              >
                <Box component="span" sx={{ fontWeight: 650, color: 'primary.main' }}>
                  {index + 1}
                </Box>
                <KindMark level={node.level} kind={node.kind} />
                <Box component="span" sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}>
                  {t('recall.score', { value: hundredths(score) })}
                </Box>
              </Box>
              <Typography variant="body2" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
                {node.content.length > 400 ? `${node.content.slice(0, 400)}…` : node.content}
              </Typography>
            </ButtonBase>
            <Box sx={{ px: 1.5, pb: 1.5 }}>
              <ExplainBar explain={explain} best={best} />
            </Box>
          </Box>
        ))}
      </Box>
      {stages.length === 0 ? null : (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('recall.timings')}:{' '}
          {stages
            .map(([stage, value]) => `${stageName(stage)} ${t('recall.took', { value: tenths(value) })}`)
            .join(', ')}
        </Typography>
      )}
    </Box>
  );
}
