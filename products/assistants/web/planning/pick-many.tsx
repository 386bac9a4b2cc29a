import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from './texts.ts';

/** Thousands of tasks are found by their names, not walked through. */
const filter = createFilterOptions<string>({ limit: 200 });

export interface PickManyProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: readonly string[];
  readonly fault?: string | undefined;
  readonly help?: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Several of a list as chips; what is chosen and not in the list stays to be seen. */
export function PickMany({ label, options, value, fault, help, onChange }: PickManyProps): ReactNode {
  const t = useText(planningTexts);
  const names = new Map(options.map(({ id, name }) => [id, name]));
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect
      limitTags={12}
      filterOptions={filter}
      options={options.map(({ id }) => id)}
      value={[...value]}
      getOptionLabel={(id) => names.get(id) ?? id}
      noOptionsText={t('pick.nothing')}
      openText={t('pick.open')}
      closeText={t('pick.close')}
      clearText={t('pick.clear')}
      onChange={(_event, ids) => onChange(ids)}
      renderInput={(props) => (
        <TextField {...props} label={label} error={fault !== undefined} helperText={fault ?? help} />
      )}
    />
  );
}
