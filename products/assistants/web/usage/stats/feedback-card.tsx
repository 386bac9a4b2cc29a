import ThumbDownAltOutlined from '@mui/icons-material/ThumbDownAltOutlined';
import ThumbUpAltOutlined from '@mui/icons-material/ThumbUpAltOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { feedbackReasons, type RoleStats } from '../../../contract/index.ts';
import { SectionCard } from '../../pieces/section-card.tsx';
import { workspaceTexts } from '../../workspace/texts.ts';
import { usageTexts } from '../texts.ts';
import type { Formats } from '../use-formats.ts';
import { ShareList } from './share-list.tsx';

export interface FeedbackCardProps {
  readonly feedback: RoleStats['feedback'];
  readonly formats: Formats;
}

/** What people said of the answers: whether they helped, and why. */
export function FeedbackCard({ feedback, formats }: FeedbackCardProps): ReactNode {
  const t = useText(usageTexts);
  // The reasons are worded where they are given.
  const worded = useText(workspaceTexts);
  const { useful, not_useful: notUseful, reasons } = feedback;
  const all = useful + notUseful;
  const wordsOf = (given: string): string => {
    const known = feedbackReasons.find((reason) => reason === given);
    return known === undefined ? given : worded(`feedback.reason.${known}`);
  };
  return (
    <SectionCard title={t('feedback.title')}>
      {all === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('feedback.none')}
        </Typography>
      ) : (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <Typography variant="h2" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {formats.percent(useful / all)}
            </Typography>
            <Typography
              variant="body2"
              component="p"
              sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}
            >
              <ThumbUpAltOutlined fontSize="small" aria-hidden sx={{ color: 'success.main' }} />
              {t('feedback.useful', { shown: formats.number(useful) })}
            </Typography>
            <Typography
              variant="body2"
              component="p"
              sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}
            >
              <ThumbDownAltOutlined fontSize="small" aria-hidden sx={{ color: 'warning.main' }} />
              {t('feedback.not_useful', { shown: formats.number(notUseful) })}
            </Typography>
          </Box>
          {reasons.length === 0 ? null : (
            <div>
              <Typography variant="h4" component="h3" sx={{ mb: 1 }}>
                {t('feedback.reasons')}
              </Typography>
              <ShareList
                label={t('feedback.reasons')}
                formats={formats}
                lines={reasons.map(({ reason, count }) => ({
                  key: reason,
                  name: wordsOf(reason),
                  value: count,
                }))}
              />
            </div>
          )}
        </Box>
      )}
    </SectionCard>
  );
}
