import { Autocomplete, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { listMembers } from '#capabilities/tenants/contract';
import { useCall, useText } from '#platform/web';
import { knowledgeTexts } from '../texts.ts';

export interface PeopleSelectProps {
  readonly companyId: string;
  readonly chosen: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

/** Members of the company, by name. */
export function PeopleSelect({ companyId, chosen, onChange }: PeopleSelectProps): ReactNode {
  const t = useText(knowledgeTexts);
  const { data, isPending } = useCall(
    listMembers,
    { params: { id: companyId } },
    { enabled: companyId !== '', staleTime: 60_000 },
  );
  const people = data?.items ?? [];
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      loading={isPending}
      options={people.map((person) => person.user_id)}
      // Whoever left the company cannot stay in the list.
      value={chosen.filter((id) => people.some((person) => person.user_id === id))}
      getOptionLabel={(id) => people.find((person) => person.user_id === id)?.display_name ?? ''}
      noOptionsText={t('reading.no_people')}
      onChange={(_event, next) => onChange(next)}
      renderInput={(props) => <TextField {...props} size="small" label={t('reading.people')} />}
    />
  );
}
