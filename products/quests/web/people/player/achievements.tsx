import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import { Box, Card, LinearProgress, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import {
  DataList,
  ErrorNotice,
  ListSkeleton,
  useCall,
  useLanguage,
  useLocalized,
  useText,
} from '#platform/web';
import { type Achievement, listAchievements } from '../../../contract/index.ts';
import { peopleTexts } from '../texts.ts';

function AchievementCard({ achievement }: { readonly achievement: Achievement }): ReactNode {
  const t = useText(peopleTexts);
  const localized = useLocalized();
  const language = useLanguage();
  const { name, description, earned_at, progress } = achievement;
  const { now, goal } = progress;
  const earned = earned_at !== null;
  const title = localized(name);
  return (
    <Card sx={{ p: 2, height: '100%', display: 'flex', gap: 1.5 }}>
      <Box
        aria-hidden
        sx={{
          flexShrink: 0,
          display: 'grid',
          placeItems: 'center',
          width: 44,
          height: 44,
          borderRadius: '12px',
          bgcolor: earned ? 'primary.main' : 'action.hover',
          color: earned ? 'primary.contrastText' : 'text.disabled',
        }}
      >
        <EmojiEventsOutlined fontSize="small" />
      </Box>
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography variant="h4" component="h3">
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {localized(description)}
        </Typography>
        {earned ? (
          <Typography variant="caption" component="p" sx={{ color: 'primary.main', mt: 0.75 }}>
            {t('player.earned', {
              date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(earned_at)),
            })}
          </Typography>
        ) : (
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mt: 1 }}>
            <LinearProgress
              variant="determinate"
              value={goal === 0 ? 0 : Math.min(100, (now / goal) * 100)}
              aria-label={title}
              aria-valuetext={t('player.progress', { now, goal })}
              sx={{ flexGrow: 1, borderRadius: 3, height: 6 }}
            />
            <Typography variant="caption" aria-hidden sx={{ color: 'text.secondary' }}>
              {t('player.progress', { now, goal })}
            </Typography>
          </Stack>
        )}
      </Box>
    </Card>
  );
}

/** What a player earned, first; then how far the rest is. */
export function Achievements({ playerId }: { readonly playerId: string }): ReactNode {
  const t = useText(peopleTexts);
  const headingId = useId();
  const { data, error, refetch } = useCall(listAchievements, { params: { id: playerId } });
  const items = (data?.items ?? []).toSorted(
    (one, other) => Number(other.earned_at !== null) - Number(one.earned_at !== null),
  );
  const earned = items.filter(({ earned_at }) => earned_at !== null).length;
  return (
    <section aria-labelledby={headingId}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'baseline', mb: 1.5 }}>
        <Typography variant="h2" id={headingId}>
          {t('player.achievements')}
        </Typography>
        {data === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('player.achievements_earned', { earned, all: items.length })}
          </Typography>
        )}
      </Stack>
      {error !== null ? <ErrorNotice error={error} onRetry={refetch} /> : null}
      {data === undefined && error === null ? <ListSkeleton rows={2} height={96} /> : null}
      {data !== undefined && items.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('player.achievements_none')}</Typography>
      ) : null}
      <Box sx={{ '& > ul': { gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' } }}>
        {items.length === 0 ? null : (
          <DataList items={items} keyOf={({ code }) => code} label={t('player.achievements')}>
            {(achievement) => <AchievementCard achievement={achievement} />}
          </DataList>
        )}
      </Box>
    </section>
  );
}
