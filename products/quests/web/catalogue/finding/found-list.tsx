import SearchOffRounded from '@mui/icons-material/SearchOffRounded';
import { Box, Button, Stack } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { type CursorListState, EmptyState, ErrorNotice, useText, visuallyHidden } from '#platform/web';
import type { FoundQuest } from '../../../contract/index.ts';
import { CardWithHeart } from '../card-with-heart.tsx';
import { QuestGrid, QuestGridSkeleton } from '../quest-grid.tsx';
import { catalogueTexts } from '../texts.ts';

interface FoundListProps {
  readonly list: CursorListState<FoundQuest>;
  readonly label: string;
  /** Something narrows the list: emptiness is the person's to change. */
  readonly narrowed: boolean;
  readonly isNear: boolean;
  readonly onReset: () => void;
}

/** Loads on when its end comes near; the button is for keys and for browsers without observers. */
function More({ list }: { readonly list: CursorListState<FoundQuest> }): ReactNode {
  const t = useText(catalogueTexts);
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  useEffect(() => {
    if (end.current === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true && !latest.current.isLoadingMore) latest.current.loadMore();
      },
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <Box ref={end} sx={{ textAlign: 'center' }}>
      <Button variant="outlined" color="inherit" loading={list.isLoadingMore} onClick={list.loadMore}>
        {t('load_more')}
      </Button>
    </Box>
  );
}

/** The quests that were found, page by page. */
export function FoundList({ list, label, narrowed, isNear, onReset }: FoundListProps): ReactNode {
  const t = useText(catalogueTexts);
  if (list.isPending && list.error === null) return <QuestGridSkeleton />;
  if (list.error !== null && list.items.length === 0) {
    return <ErrorNotice error={list.error} onRetry={list.refetch} />;
  }
  if (list.items.length === 0) {
    return narrowed ? (
      <EmptyState
        icon={SearchOffRounded}
        title={t('nothing')}
        hint={isNear ? t('nothing_near_hint') : t('nothing_hint')}
        action={
          <Button variant="outlined" onClick={onReset}>
            {t('reset')}
          </Button>
        }
      />
    ) : (
      <EmptyState icon={SearchOffRounded} title={t('empty')} hint={t('empty_hint')} />
    );
  }
  return (
    <Stack spacing={3}>
      <QuestGrid label={label} items={list.items} keyOf={({ id }) => id}>
        {(quest) => <CardWithHeart quest={quest} highlight={quest.highlight} distance={quest.distance} />}
      </QuestGrid>
      <ErrorNotice error={list.error} onRetry={list.loadMore} />
      {list.hasMore && list.error === null ? <More key={list.items.length} list={list} /> : null}
      <Box component="p" role="status" sx={visuallyHidden}>
        {t('found', { count: list.items.length })}
      </Box>
    </Stack>
  );
}
