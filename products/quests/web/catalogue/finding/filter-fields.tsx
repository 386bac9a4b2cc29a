import { MenuItem, Stack, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { catalogueTexts } from '../texts.ts';
import { useFilterNames } from './filter-names.ts';
import { durationSteps, type Filters, priceSteps, wordNames } from './filters.rules.ts';
import type { useWords } from './use-words.ts';

type Counts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;

interface FilterFieldsProps {
  readonly filters: Filters;
  readonly counts: Counts;
  readonly words: ReturnType<typeof useWords>;
  readonly onChange: (changes: Partial<Filters>) => void;
}

interface Choice {
  readonly value: string;
  readonly name: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

function ChoiceField({ label, value, choices, onChange }: ChoiceFieldProps): ReactNode {
  const t = useText(catalogueTexts);
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <TextField
      select
      fullWidth
      size="small"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{t('any')}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.name}
        </MenuItem>
      ))}
      {known ? null : <MenuItem value={value}>{value}</MenuItem>}
    </TextField>
  );
}

/** All filters, each value with how many quests carry it among what is shown now. */
export function FilterFields({ filters, counts, words, onChange }: FilterFieldsProps): ReactNode {
  const t = useText(catalogueTexts);
  const names = useFilterNames(words);
  const whole = (text: string): number | null => (text === '' ? null : Number(text));
  const choice = (facet: string, value: string, name: string, chosen: string): Choice[] => {
    const count = counts[facet]?.find((one) => one.value === value)?.count;
    // Once a value is chosen the others are not counted; without a choice those with nothing are left out.
    if (count === undefined) return chosen === '' ? [] : [{ value, name }];
    return [{ value, name: t('counted', { name, number: count }) }];
  };
  const difficulty = String(filters.difficulty ?? '');
  const languages = [...new Set([...(counts['language'] ?? []).map(({ value }) => value), 'ru', 'en'])];
  return (
    <Stack spacing={2}>
      {wordNames.map((name) => (
        <ChoiceField
          key={name}
          label={t(`filter.${name}`)}
          value={filters[name]}
          choices={words[name].flatMap(({ code }) =>
            choice(name, code, names.wordName(name, code), filters[name]),
          )}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      <ChoiceField
        label={t('filter.difficulty')}
        value={difficulty}
        choices={[1, 2, 3, 4, 5].flatMap((level) =>
          choice('difficulty', String(level), names.difficultyName(level), difficulty),
        )}
        onChange={(value) => onChange({ difficulty: whole(value) })}
      />
      <ChoiceField
        label={t('filter.price_max')}
        value={String(filters.priceMax ?? '')}
        choices={priceSteps.map((amount) => ({ value: String(amount), name: names.price(amount) }))}
        onChange={(value) => onChange({ priceMax: whole(value) })}
      />
      <ChoiceField
        label={t('filter.duration_max')}
        value={String(filters.durationMax ?? '')}
        choices={durationSteps.map((minutes) => ({ value: String(minutes), name: names.duration(minutes) }))}
        onChange={(value) => onChange({ durationMax: whole(value) })}
      />
      <ChoiceField
        label={t('filter.language')}
        value={filters.language}
        choices={languages.flatMap((code) =>
          choice('language', code, names.languageName(code), filters.language),
        )}
        onChange={(language) => onChange({ language })}
      />
    </Stack>
  );
}
