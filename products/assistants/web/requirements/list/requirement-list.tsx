import { Box, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { DataList, EmptyState, useText } from '#platform/web';
import type { Requirement } from '../../../contract/index.ts';
import { requirementsTexts } from '../texts.ts';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, filtered, isFiltered, noFilters } from './filters.rules.ts';
import { RequirementCard } from './requirement-card.tsx';

/** More come when they are asked for. */
const step = 40;

export interface RequirementListProps {
  readonly all: readonly Requirement[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
  /** The requirement to bring into view; a new object brings it again. */
  readonly shown: { readonly id: string } | null;
}

/** Requirements with their findings, narrowed by filters. */
export function RequirementList({ all, filters, onFilters, shown }: RequirementListProps): ReactNode {
  const t = useText(requirementsTexts);
  const [limit, setLimit] = useState(step);
  const list = useRef<HTMLDivElement>(null);
  const fits = useMemo(() => filtered(all, filters), [all, filters]);
  const shownPlace = shown === null ? -1 : fits.findIndex(({ id }) => id === shown.id);
  const visible = Math.max(limit, shownPlace + 1);

  useEffect(() => {
    if (shown === null || shownPlace < 0) return;
    const item = list.current?.querySelectorAll('article')[shownPlace];
    item?.scrollIntoView({ block: 'center' });
  }, [shown, shownPlace]);

  const others = all.filter(({ type }) => type === 'not-a-requirement').length;
  const counted = [
    t('list.count', { count: all.length - others }),
    ...(others === 0 ? [] : [`${t('type.not-a-requirement')}: ${others}`]),
  ].join(' · ');
  if (all.length === 0) return <EmptyState title={t('list.none')} hint={t('list.none_hint')} />;
  return (
    <Stack spacing={1.5}>
      <FilterBar
        all={all}
        filters={filters}
        onChange={(next) => {
          setLimit(step);
          onFilters(next);
        }}
      />
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
        {isFiltered(filters) ? t('filter.shown', { shown: fits.length, all: all.length }) : counted}
      </Typography>
      {fits.length === 0 ? (
        <EmptyState
          title={t('filter.nothing')}
          action={<Button onClick={() => onFilters(noFilters)}>{t('filter.reset')}</Button>}
        />
      ) : (
        <Box ref={list}>
          <DataList items={fits.slice(0, visible)} keyOf={({ id }) => id} label={t('list.label')}>
            {(one) => <RequirementCard requirement={one} isShown={one.id === shown?.id} />}
          </DataList>
        </Box>
      )}
      {fits.length > visible ? (
        <Button variant="outlined" color="inherit" onClick={() => setLimit(visible + step)}>
          {t('filter.more')}
        </Button>
      ) : null}
    </Stack>
  );
}
