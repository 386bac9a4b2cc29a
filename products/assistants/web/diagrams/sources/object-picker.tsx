import { Autocomplete, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useCursorList, useLanguage, useText } from '#platform/web';
import { listProjectObjects, type ProjectObject } from '../../../contract/index.ts';
import { useDebounced } from '../../pieces/use-debounced.ts';
import { diagramsTexts } from '../texts.ts';

export interface ObjectPickerProps {
  readonly projectId: string;
  readonly label: string;
  readonly chosen: readonly ProjectObject[];
  readonly most: number;
  readonly onChange: (chosen: readonly ProjectObject[]) => void;
}

/** Finds objects of a project by name or synonym. */
export function ObjectPicker({ projectId, label, chosen, most, onChange }: ObjectPickerProps): ReactNode {
  const t = useText(diagramsTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 250);
  const found = useCursorList(
    listProjectObjects,
    { params: { id: projectId }, query: { limit: 50, ...(search === '' ? {} : { search }) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect={most > 1}
      options={found.items}
      value={[...chosen]}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      filterOptions={(options) => options}
      loading={found.isPending}
      noOptionsText={t('project.nothing')}
      getOptionKey={({ name }) => name}
      getOptionLabel={({ names }) => names[language]}
      isOptionEqualToValue={(one, other) => one.name === other.name}
      onChange={(_event, objects) => onChange(objects.slice(-most))}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={label}
          placeholder={t('project.search')}
          helperText={most > 1 ? t('project.most', { max: most }) : undefined}
        />
      )}
    />
  );
}
