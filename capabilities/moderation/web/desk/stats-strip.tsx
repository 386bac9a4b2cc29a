import { Box, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, LocaleNumber, useCall, useText } from '#platform/web';
import { getStats } from '../../contract/index.ts';
import { moderationTexts } from '../texts.ts';

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box>
      <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" variant="h3" sx={{ m: 0 }}>
        {children}
      </Typography>
    </Box>
  );
}

/** Length, lateness and age of the queue, and who decided how much. */
export function StatsStrip(): ReactNode {
  const t = useText(moderationTexts);
  const { data, error } = useCall(getStats, {}, { refetchInterval: 60_000 });
  if (data === undefined) return <ErrorNotice error={error} />;
  const { queue, late, claimed, median_age_seconds: age, moderators } = data;
  const hours = Math.round((age ?? 0) / 3_600);
  const minutes = Math.round((age ?? 0) / 60);
  return (
    <Card component="section" aria-label={t('stats.label')} sx={{ p: 2, mb: 2 }}>
      <Stack component="dl" direction="row" useFlexGap spacing={3} sx={{ flexWrap: 'wrap', m: 0 }}>
        <Figure name={t('stats.queue')}>
          <LocaleNumber value={queue} />
        </Figure>
        <Figure name={t('stats.late')}>
          <LocaleNumber value={late} />
        </Figure>
        <Figure name={t('stats.claimed')}>
          <LocaleNumber value={claimed} />
        </Figure>
        {age === null ? null : (
          <Figure name={t('stats.median')}>
            {minutes < 90 ? t('stats.minutes', { count: minutes }) : t('stats.hours', { count: hours })}
          </Figure>
        )}
        {moderators.length === 0 ? null : (
          <Figure name={t('stats.moderators')}>
            <Typography component="span" variant="body2">
              {moderators
                .slice(0, 5)
                .map(({ moderator_id: id, decided }) => `${id.slice(-6)}: ${decided}`)
                .join(' · ')}
            </Typography>
          </Figure>
        )}
      </Stack>
    </Card>
  );
}
