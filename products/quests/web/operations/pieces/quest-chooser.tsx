import { Autocomplete, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useCall, useText } from '#platform/web';
import { listQuests } from '../../../contract/index.ts';
import { operationsTexts } from '../texts.ts';
import { useSettled } from './use-settled.ts';

export interface ChosenQuest {
  readonly id: string;
  readonly title: string;
}

interface QuestChooserProps {
  readonly label: string;
  readonly value: ChosenQuest | null;
  readonly onChange: (quest: ChosenQuest | null) => void;
  readonly help?: string;
}

/** Finds a published quest by its title. */
export function QuestChooser({ label, value, onChange, help }: QuestChooserProps): ReactNode {
  const t = useText(operationsTexts);
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const isSearch = words !== '' && words !== value?.title;
  const { data, isFetching } = useCall(
    listQuests,
    { query: { limit: 10, ...(isSearch ? { q: words } : {}) } },
    { keepPrevious: true },
  );
  const options: readonly ChosenQuest[] = data?.items ?? [];
  return (
    <Autocomplete<ChosenQuest>
      fullWidth
      options={[...options]}
      value={value}
      loading={isFetching}
      getOptionLabel={({ title }) => title}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(found) => found}
      noOptionsText={t('search_quest_none')}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, quest) => onChange(quest)}
      sx={{ minWidth: { sm: 240 }, flex: { xs: '1 1 100%', sm: 1 } }}
      renderInput={(params) => <TextField {...params} label={label} helperText={help} />}
    />
  );
}
