import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import TouchAppOutlined from '@mui/icons-material/TouchAppOutlined';
import TravelExploreRounded from '@mui/icons-material/TravelExploreRounded';
import { Box, Button, Paper, useMediaQuery } from '@mui/material';
import { type ReactNode, useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState, Page, useText } from '#platform/web';
import { NodeDetail } from '../node/node-detail.tsx';
import { useMemoryNews } from '../stats/use-memory-news.ts';
import { memoryTexts } from '../texts.ts';
import { LevelTabs } from './level-tabs.tsx';
import { MemoryList } from './memory-list.tsx';
import { RecallDialog } from './recall-dialog.tsx';
import { RememberDialog } from './remember-dialog.tsx';
import { SearchBar } from './search-bar.tsx';
import { useFilters } from './use-filters.ts';

/** Everything remembered: levels, words, filters; beside the list the memory that is open, on phones instead of it. */
export function BrowseScreen(): ReactNode {
  const t = useText(memoryTexts);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { filters, change } = useFilters();
  const [dialog, setDialog] = useState<'remember' | 'recall' | null>(null);
  const wide = useMediaQuery('(min-width: 1080px)');
  const id = search.get('memory');
  useMemoryNews();

  const pathTo = useCallback(
    (node: string | null): string => {
      const next = new URLSearchParams(search);
      if (node === null) next.delete('memory');
      else next.set('memory', node);
      const query = next.toString();
      return query === '' ? '/memory/browse' : `/memory/browse?${query}`;
    },
    [search],
  );
  const close = (): void => void navigate(pathTo(null));
  const openNode = (node: string): void => void navigate(pathTo(node));

  if (id !== null && !wide) {
    return <NodeDetail key={id} id={id} whole onClose={close} onOpen={openNode} />;
  }
  const list = <MemoryList filters={filters} current={id} pathTo={pathTo} onReset={change} />;
  return (
    <Page
      title={t('browse.title')}
      help={t('browse.help')}
      width="full"
      actions={
        <>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<TravelExploreRounded fontSize="small" />}
            onClick={() => setDialog('recall')}
          >
            {t('browse.recall')}
          </Button>
          <Button
            variant="contained"
            startIcon={<NoteAddOutlined fontSize="small" />}
            onClick={() => setDialog('remember')}
          >
            {t('browse.add')}
          </Button>
        </>
      }
    >
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <LevelTabs level={filters.level} onChange={(level) => change({ level })} />
        <SearchBar filters={filters} onChange={change} />
        {wide ? (
          <Box
            sx={{
              display: 'grid',
              gap: 3,
              alignItems: 'start',
              gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
            }}
          >
            {list}
            <Paper
              variant="outlined"
              sx={{ position: 'sticky', top: 16, p: 3, maxHeight: 'calc(100dvh - 32px)', overflowY: 'auto' }}
            >
              {id === null ? (
                <EmptyState icon={TouchAppOutlined} title={t('browse.pick')} hint={t('browse.pick_hint')} />
              ) : (
                <NodeDetail key={id} id={id} onClose={close} onOpen={openNode} />
              )}
            </Paper>
          </Box>
        ) : (
          list
        )}
      </Box>
      {dialog === 'remember' ? <RememberDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'recall' ? <RecallDialog onClose={() => setDialog(null)} onOpen={openNode} /> : null}
    </Page>
  );
}
