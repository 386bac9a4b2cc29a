import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import ExploreOffOutlined from '@mui/icons-material/ExploreOffOutlined';
import { Alert, Box, Button, Chip, Skeleton, Stack, Typography, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import {
  EmptyState,
  ErrorNotice,
  PlainText,
  useCall,
  useDocumentTitle,
  useSession,
  useText,
} from '#platform/web';
import { getMyQuest, getQuest, type QuestDetail } from '../../../contract/index.ts';
import { AverageStars, Cover, PlayerChip, Word } from '../../pieces/index.ts';
import { Section } from '../finding/sections.tsx';
import { Reviews } from '../reviews/reviews.tsx';
import { catalogueTexts } from '../texts.ts';
import { BoardTeaser } from './board-teaser.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { PrimaryAction } from './primary-action.tsx';
import { QuestFacts } from './quest-facts.tsx';
import { ReportButton } from './report-button.tsx';
import { Similar } from './similar.tsx';
import { StartMap } from './start-map.tsx';

function QuestPage({ quest }: { readonly quest: QuestDetail }): ReactNode {
  const t = useText(catalogueTexts);
  const { user } = useSession();
  const wide = useMediaQuery('(min-width: 900px)');
  const asked = useCall(getMyQuest, { params: { id: quest.id } }, { enabled: user !== null });
  const mine = user === null ? null : (asked.data ?? null);
  useDocumentTitle(quest.title);
  const action = <PrimaryAction quest={quest} mine={mine} isAsking={user !== null && asked.isPending} />;
  const facts = (
    <Section title={t('facts')}>
      <QuestFacts quest={quest} />
    </Section>
  );
  return (
    <Box component="article" sx={{ maxWidth: 1120, mx: 'auto', width: '100%' }}>
      <Button
        component={Link}
        to="/quests"
        color="inherit"
        startIcon={<ArrowBackRounded fontSize="small" />}
        sx={{ ml: -1.5, mb: 1 }}
      >
        {t('back')}
      </Button>
      <Cover
        cover={quest.cover}
        eager
        ratio={wide ? '24 / 9' : '16 / 9'}
        sizes="(max-width: 1120px) 100vw, 1120px"
        sx={{ borderRadius: '14px' }}
      />
      <Box
        sx={{
          mt: 2.5,
          display: 'grid',
          gap: { xs: 4, md: 5 },
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' },
        }}
      >
        <Stack spacing={4} sx={{ minWidth: 0 }}>
          <Stack spacing={1.5}>
            {quest.state === 'published' ? null : (
              <Alert severity="info" variant="outlined">
                <strong>{t(`state.${quest.state}`)}.</strong> {t('not_published')}
              </Alert>
            )}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Word word={quest.category} /> · <Word word={quest.city} />
            </Typography>
            <Stack
              direction="row"
              spacing={1.5}
              sx={{ alignItems: 'flex-start', justifyContent: 'space-between' }}
            >
              <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
                {quest.title}
              </Typography>
              <FavouriteButton questId={quest.id} favourite={mine?.favourite ?? false} />
            </Stack>
            <Typography sx={{ fontSize: '1.0625rem', color: 'text.secondary' }}>{quest.summary}</Typography>
            <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2.5, alignItems: 'center' }}>
              <PlayerChip player={quest.author} />
              <AverageStars rating={quest.rating} />
              {mine?.is_author === true && quest.state === 'published' ? (
                <Chip component={Link} clickable to={`/studio/${quest.id}`} label={t('edit_in_studio')} />
              ) : null}
            </Stack>
          </Stack>
          <Section title={t('about')}>
            <PlainText>{quest.description}</PlainText>
          </Section>
          {wide ? null : facts}
          {quest.start === null ? null : (
            <Section title={t('begins')}>
              <StartMap quest={quest} />
            </Section>
          )}
          <Section title={t('review.title')}>
            <Reviews questId={quest.id} mine={mine} />
          </Section>
          <Section title={t('board')}>
            <BoardTeaser questId={quest.id} />
          </Section>
          <Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mx: -2 }}>
              <Button component={Link} to={`/quests?author=${quest.author.id}`} color="inherit">
                {t('more_by_author')}
              </Button>
              <ReportButton questId={quest.id} />
            </Box>
          </Box>
        </Stack>
        {wide ? (
          <Stack component="aside" spacing={3} sx={{ position: 'sticky', top: 16 }}>
            {action}
            {facts}
          </Stack>
        ) : null}
      </Box>
      <Box sx={{ mt: 5 }}>
        <Similar questId={quest.id} />
      </Box>
      {wide ? null : (
        <Box
          sx={{
            position: 'sticky',
            bottom: 0,
            mx: { xs: -2, sm: -3 },
            mt: 3,
            mb: { xs: -2.5, sm: -4 },
            zIndex: 6,
          }}
        >
          {action}
        </Box>
      )}
    </Box>
  );
}

/** A quest's own page, open to everybody. */
export function QuestScreen(): ReactNode {
  const t = useText(catalogueTexts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useCall(getQuest, { params: { id } });
  if (data !== undefined) return <QuestPage key={data.id} quest={data} />;
  if (error?.status === 404 || error?.status === 422) {
    return (
      <EmptyState
        heading="h1"
        icon={ExploreOffOutlined}
        title={t('gone')}
        hint={t('gone_hint')}
        action={
          <Button component={Link} to="/quests" variant="contained">
            {t('to_catalogue')}
          </Button>
        }
      />
    );
  }
  if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
  return (
    <Stack
      role="status"
      aria-label={t('loading')}
      spacing={2}
      sx={{ maxWidth: 1120, mx: 'auto', width: '100%' }}
    >
      <Skeleton
        variant="rounded"
        sx={{ width: '100%', height: 'auto', aspectRatio: '16 / 9', maxHeight: 420 }}
      />
      <Skeleton variant="text" width="60%" height={44} />
      <Skeleton variant="text" width="90%" />
      <Skeleton variant="text" width="80%" />
    </Stack>
  );
}
