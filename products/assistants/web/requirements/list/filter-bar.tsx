import { Stack } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useText } from '#platform/web';
import type { Requirement } from '../../../contract/index.ts';
import { type Choice, ChoiceField } from '../../pieces/choice-field.tsx';
import { SearchField } from '../../pieces/search-field.tsx';
import { requirementsTexts } from '../texts.ts';
import { countsOf, type Filters } from './filters.rules.ts';
import { useNames } from './names.ts';

const fieldSx = { flex: { xs: '1 1 44%', sm: '1 1 160px' }, minWidth: 0, maxWidth: { sm: 240 } };

export interface FilterBarProps {
  readonly all: readonly Requirement[];
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Narrows the list; only what occurs can be chosen. */
export function FilterBar({ all, filters, onChange }: FilterBarProps): ReactNode {
  const t = useText(requirementsTexts);
  const { typeOf, characteristicOf, ruleOf } = useNames();
  const { types, characteristics, rules } = useMemo(
    () => ({
      types: countsOf(all.map(({ type }) => type)),
      characteristics: countsOf(all.flatMap(({ characteristic }) => characteristic ?? [])),
      rules: countsOf(all.flatMap(({ findings }) => [...new Set(findings.map(({ key }) => key))])),
    }),
    [all],
  );
  const counted = (
    nameOf: (name: string) => string,
    [value, count]: readonly [string, number],
  ): Choice<string> => ({
    value,
    label: `${nameOf(value)} (${count})`,
  });
  const isGroup = filters.findings.includes(',');
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <SearchField
        label={t('filter.text')}
        value={filters.text}
        onChange={(text) => onChange({ ...filters, text })}
        sx={{ flex: { xs: '1 1 100%', sm: '2 1 200px' }, minWidth: 0 }}
      />
      <ChoiceField
        sx={fieldSx}
        label={t('filter.type')}
        value={filters.type}
        choices={[{ value: '', label: t('filter.any_type') }, ...types.map((each) => counted(typeOf, each))]}
        onChange={(type) => onChange({ ...filters, type })}
      />
      <ChoiceField
        sx={fieldSx}
        label={t('filter.characteristic')}
        value={filters.characteristic}
        choices={[
          { value: '', label: t('filter.any_characteristic') },
          ...characteristics.map((each) => counted(characteristicOf, each)),
        ]}
        onChange={(characteristic) => onChange({ ...filters, characteristic })}
      />
      <ChoiceField
        sx={fieldSx}
        label={t('filter.findings')}
        value={filters.findings}
        choices={[
          { value: '', label: t('filter.any_findings') },
          { value: 'with', label: t('filter.with_findings') },
          { value: 'without', label: t('filter.without_findings') },
          ...(isGroup
            ? [{ value: filters.findings, label: filters.findings.split(',').map(ruleOf).join(', ') }]
            : []),
          ...rules.map((each) => counted(ruleOf, each)),
        ]}
        onChange={(findings) => onChange({ ...filters, findings })}
      />
      <ChoiceField
        sx={fieldSx}
        label={t('filter.order')}
        value={filters.order}
        choices={[
          { value: 'document', label: t('filter.by_document') },
          { value: 'score', label: t('filter.by_score') },
        ]}
        onChange={(order) => onChange({ ...filters, order })}
      />
    </Stack>
  );
}
