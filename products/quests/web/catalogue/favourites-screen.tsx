import FavoriteBorderRounded from '@mui/icons-material/FavoriteBorderRounded';
import FavoriteRounded from '@mui/icons-material/FavoriteRounded';
import { Box, Button, IconButton, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState, ErrorNotice, Page, useCursorList, useNotice, useSend, useText } from '#platform/web';
import {
  addFavourite,
  getMyQuest,
  listFavouriteIds,
  listFavourites,
  removeFavourite,
} from '../../contract/index.ts';
import { QuestCard } from '../pieces/index.ts';
import { QuestGrid, QuestGridSkeleton } from './quest-grid.tsx';
import { catalogueTexts } from './texts.ts';

/** Quests the person marked; taking one away can be undone. */
export function FavouritesScreen(): ReactNode {
  const t = useText(catalogueTexts);
  const notice = useNotice();
  const list = useCursorList(listFavourites, { query: {} });
  const invalidates = [listFavourites, listFavouriteIds, getMyQuest];
  const add = useSend(addFavourite, { invalidates, onError: (problem) => notice.error(problem) });
  const remove = useSend(removeFavourite, {
    invalidates,
    onError: (problem) => notice.error(problem),
    onSuccess: (_reply, { params }) =>
      notice.success(t('favourite_removed'), {
        label: t('favourite_undo'),
        run: () => add.mutate({ params }),
      }),
  });
  const content = (): ReactNode => {
    if (list.isPending && list.error === null) return <QuestGridSkeleton />;
    if (list.items.length === 0) {
      return list.error === null ? (
        <EmptyState
          icon={FavoriteBorderRounded}
          title={t('favourites_empty')}
          hint={t('favourites_empty_hint')}
          action={
            <Button component={Link} to="/quests" variant="contained">
              {t('to_catalogue')}
            </Button>
          }
        />
      ) : (
        <ErrorNotice error={list.error} onRetry={list.refetch} />
      );
    }
    return (
      <Stack spacing={3}>
        <QuestGrid label={t('favourites')} items={list.items} keyOf={({ id }) => id}>
          {(quest) => (
            <QuestCard
              quest={quest}
              headingLevel="h2"
              action={
                <IconButton
                  aria-label={`${t('favourite_remove')}: ${quest.title}`}
                  title={t('favourite_remove')}
                  onClick={() => remove.mutate({ params: { quest_id: quest.id } })}
                  sx={{
                    bgcolor: 'background.paper',
                    color: 'secondary.main',
                    '&:hover': { bgcolor: 'background.paper' },
                  }}
                >
                  <FavoriteRounded fontSize="small" />
                </IconButton>
              }
            />
          )}
        </QuestGrid>
        <ErrorNotice error={list.error} onRetry={list.loadMore} />
        {list.hasMore && list.error === null ? (
          <Box sx={{ textAlign: 'center' }}>
            <Button variant="outlined" color="inherit" loading={list.isLoadingMore} onClick={list.loadMore}>
              {t('load_more')}
            </Button>
          </Box>
        ) : null}
      </Stack>
    );
  };
  return (
    <Page title={t('favourites')} help={t('favourites_help')}>
      {content()}
    </Page>
  );
}
