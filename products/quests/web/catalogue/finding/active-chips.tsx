import { Button, Chip, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { lengthText } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';
import { useFilterNames } from './filter-names.ts';
import { activeFilters, type Filters, noFilters } from './filters.rules.ts';
import type { PersonLocation } from './use-location.ts';
import type { useWords } from './use-words.ts';

interface ActiveChipsProps {
  readonly filters: Filters;
  readonly location: PersonLocation;
  readonly words: ReturnType<typeof useWords>;
  readonly authorName: string | undefined;
  readonly onChange: (changes: Partial<Filters>) => void;
  readonly onReset: () => void;
}

/** What narrows the list now, each to be taken away. */
export function ActiveChips(props: ActiveChipsProps): ReactNode {
  const { filters, location, words, authorName, onChange, onReset } = props;
  const t = useText(catalogueTexts);
  const language = useLanguage();
  const names = useFilterNames(words);
  const { near } = location;
  const nearName =
    near === null || near.within === null
      ? t('near_me')
      : t('within', { distance: lengthText(near.within, language) });
  const chips = [
    ...(near === null ? [] : [{ key: 'near', name: nearName, remove: location.forget }]),
    ...activeFilters(filters).map((key) => ({
      key,
      name: names.active(filters, key, authorName),
      remove: () => onChange({ [key]: noFilters[key] }),
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {chips.map(({ key, name, remove }) => (
        <Chip
          key={key}
          label={name}
          aria-label={t('remove_filter', { name })}
          onClick={remove}
          onDelete={remove}
          sx={{ height: 36 }}
        />
      ))}
      <Button size="small" color="inherit" onClick={onReset}>
        {t('reset')}
      </Button>
    </Stack>
  );
}
