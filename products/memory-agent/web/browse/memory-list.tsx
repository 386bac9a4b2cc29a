import HubOutlined from '@mui/icons-material/HubOutlined';
import SearchOffRounded from '@mui/icons-material/SearchOffRounded';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CursorList, EmptyState, useCursorList, useText } from '#platform/web';
import { searchMemory } from '../../contract/index.ts';
import { chatPath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';
import { countFilters, type Filters, noFilters, queryOf } from './filters.rules.ts';
import { MemoryRow } from './memory-row.tsx';

export interface MemoryListProps {
  readonly filters: Filters;
  readonly current: string | null;
  /** The address that opens a memory, filters kept. */
  readonly pathTo: (id: string) => string;
  readonly onReset: (filters: Filters) => void;
}

function Nothing({ filters, onReset }: Pick<MemoryListProps, 'filters' | 'onReset'>): ReactNode {
  const t = useText(memoryTexts);
  if (countFilters(filters) > 0 || filters.q !== '') {
    return (
      <EmptyState
        icon={SearchOffRounded}
        title={t('browse.none_found')}
        hint={t('browse.none_found_hint')}
        action={
          <Button variant="outlined" onClick={() => onReset(noFilters)}>
            {t('browse.reset')}
          </Button>
        }
      />
    );
  }
  const upper = filters.level !== null && filters.level !== 'l0';
  return (
    <EmptyState
      icon={HubOutlined}
      title={upper ? t('browse.level_empty') : t('browse.empty')}
      hint={upper ? t('browse.level_empty_hint') : t('browse.empty_hint')}
      action={
        upper ? (
          <Button component={Link} to="/memory/care" variant="outlined">
            {t('care.consolidation')}
          </Button>
        ) : (
          <Button component={Link} to={chatPath()} variant="contained">
            {t('browse.empty_chat')}
          </Button>
        )
      }
    />
  );
}

/** Memories by the filters, newest first, page by page. */
export function MemoryList({ filters, current, pathTo, onReset }: MemoryListProps): ReactNode {
  const t = useText(memoryTexts);
  const list = useCursorList(
    searchMemory,
    { query: { limit: 30, ...queryOf(filters) } },
    { keepPrevious: true },
  );
  return (
    <CursorList
      list={list}
      gap={0.25}
      label={t('browse.list')}
      keyOf={({ id }) => id}
      empty={<Nothing filters={filters} onReset={onReset} />}
    >
      {(node) => <MemoryRow node={node} to={pathTo(node.id)} current={node.id === current} />}
    </CursorList>
  );
}
