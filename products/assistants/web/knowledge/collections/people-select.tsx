import { Autocomplete, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { usePeople } from '../../pieces/use-people.ts';
import { knowledgeTexts } from '../texts.ts';

export interface PeopleSelectProps {
  readonly chosen: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

/** Members of the company, by name. */
export function PeopleSelect({ chosen, onChange }: PeopleSelectProps): ReactNode {
  const t = useText(knowledgeTexts);
  const people = usePeople();
  const ids = people.all.map(({ id }) => id);
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      loading={people.isPending}
      options={ids}
      // Whoever left the company cannot stay in the list.
      value={chosen.filter((id) => ids.includes(id))}
      getOptionLabel={people.nameOf}
      noOptionsText={t('reading.no_people')}
      onChange={(_event, next) => onChange(next)}
      renderInput={(props) => <TextField {...props} size="small" label={t('reading.people')} />}
    />
  );
}
