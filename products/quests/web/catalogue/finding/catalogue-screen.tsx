import { Box, Button, Stack, Typography, useMediaQuery } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Page, useCall, useCursorList, useText } from '#platform/web';
import { listQuests } from '../../../contract/index.ts';
import { catalogueTexts } from '../texts.ts';
import { ActiveChips } from './active-chips.tsx';
import { FilterFields } from './filter-fields.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { activeFilters, queryOf } from './filters.rules.ts';
import { FoundList } from './found-list.tsx';
import { FoundMap } from './found-map.tsx';
import { LocationNotice } from './location-notice.tsx';
import { OrderAndView } from './order-and-view.tsx';
import { SearchField } from './search-field.tsx';
import { Section, Sections } from './sections.tsx';
import { useFilters } from './use-filters.ts';
import { useLocationOfPerson } from './use-location.ts';
import { useWords } from './use-words.ts';

/** All published quests: words, filters, near me, as a list or on the map; without a question also what to begin with. */
export function CatalogueScreen(): ReactNode {
  const t = useText(catalogueTexts);
  const { filters, change, reset } = useFilters();
  const location = useLocationOfPerson();
  const words = useWords();
  const [sheet, setSheet] = useState(false);
  const wide = useMediaQuery('(min-width: 1080px)');
  const { near } = location;
  const query = queryOf(filters, near);
  const list = useCursorList(listQuests, { query }, { keepPrevious: true, enabled: filters.view === 'list' });
  // The list counts as well; beside the map nothing else does.
  const counted = useCall(
    listQuests,
    { query: { ...query, limit: 1 } },
    { keepPrevious: true, enabled: filters.view === 'map' },
  );
  const { total = 0, facets = {}, corrected_to } = (filters.view === 'map' ? counted.data : list.first) ?? {};
  const narrowed = filters.q !== '' || near !== null || activeFilters(filters).length > 0;
  const asked = narrowed || filters.sort !== null;
  const corrected = filters.q === '' ? null : (corrected_to ?? null);
  const resetAll = (): void => {
    location.forget();
    reset();
  };
  const fields = <FilterFields filters={filters} counts={facets} words={words} onChange={change} />;
  const found = asked ? t('results') : t('popular');
  const content =
    filters.view === 'map' ? (
      <FoundMap
        filters={filters}
        near={near}
        narrowed={narrowed}
        center={words.city.find(({ code }) => code === filters.city)?.place ?? undefined}
      />
    ) : (
      <Stack spacing={4}>
        {asked ? null : <Sections />}
        <Section title={found}>
          <FoundList
            list={list}
            label={found}
            narrowed={narrowed}
            isNear={near !== null}
            onReset={resetAll}
          />
        </Section>
      </Stack>
    );
  return (
    <Page title={t('title')} help={t('help')} width="full">
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          alignItems: 'start',
          gridTemplateColumns: wide ? '240px minmax(0, 1fr)' : 'minmax(0, 1fr)',
          maxWidth: 1360,
          mx: 'auto',
        }}
      >
        {wide ? (
          <Box component="aside" aria-label={t('filters')} sx={{ position: 'sticky', top: 16, pt: 1 }}>
            {fields}
            {narrowed ? (
              <Button color="inherit" onClick={resetAll} sx={{ mt: 1.5 }}>
                {t('reset')}
              </Button>
            ) : null}
          </Box>
        ) : null}
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <SearchField value={filters.q} onSearch={(q) => change({ q })} />
          <OrderAndView
            filters={filters}
            location={location}
            onChange={change}
            onOpenFilters={wide ? undefined : () => setSheet(true)}
          />
          <LocationNotice location={location} />
          <ActiveChips
            filters={filters}
            location={location}
            words={words}
            authorName={list.items[0]?.author.name}
            onChange={change}
            onReset={resetAll}
          />
          <Box role="status">
            {corrected === null ? null : (
              <Typography sx={{ fontWeight: 560 }}>{t('showing_for', { words: corrected })}</Typography>
            )}
            {narrowed && total > 0 ? (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('found', { count: total })}
              </Typography>
            ) : null}
          </Box>
          {content}
        </Stack>
      </Box>
      {wide ? null : (
        <FilterSheet open={sheet} total={total} onClose={() => setSheet(false)} onReset={resetAll}>
          {fields}
        </FilterSheet>
      )}
    </Page>
  );
}
