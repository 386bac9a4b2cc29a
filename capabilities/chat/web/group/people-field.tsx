import { Autocomplete, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useCall, useLanguage, useText } from '#platform/web';
import { type ChatPerson, listRooms } from '../../contract/index.ts';
import { chatTexts } from '../texts.ts';
import { acquaintances } from './acquaintances.rules.ts';

export interface PeopleFieldProps {
  /** Ids of those who cannot be chosen. */
  readonly without: readonly string[];
  readonly value: readonly ChatPerson[];
  readonly onChange: (people: readonly ChatPerson[]) => void;
  /** What is wrong with the choice. */
  readonly fault?: string | undefined;
}

/** Chooses among the people one already talks with. */
export function PeopleField({ without, value, onChange, fault }: PeopleFieldProps): ReactNode {
  const t = useText(chatTexts);
  const language = useLanguage();
  const { data, isPending } = useCall(listRooms, { query: { limit: 100 } });
  const options = acquaintances(data?.items ?? [], new Set(without), language);
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      options={[...options]}
      value={[...value]}
      loading={isPending}
      noOptionsText={t('group.nobody_left')}
      getOptionLabel={(person) => person.display_name}
      getOptionKey={(person) => person.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_event, chosen) => onChange(chosen)}
      renderInput={(field) => (
        <TextField
          {...field}
          label={t('group.people')}
          error={fault !== undefined}
          helperText={fault ?? t('group.people_help')}
        />
      )}
    />
  );
}
