import { Autocomplete, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useCursorList, useText } from '#platform/web';
import { listCollections } from '../../../contract/index.ts';
import { rolesTexts } from '../texts.ts';

export interface CollectionSelectProps {
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (collections: readonly string[]) => void;
}

/** The collections of documents an assistant answers from. */
export function CollectionSelect({ chosen, disabled, onChange }: CollectionSelectProps): ReactNode {
  const t = useText(rolesTexts);
  const list = useCursorList(listCollections, { query: { limit: 100 } }, { staleTime: 60_000 });
  const known = list.items.map(({ id }) => id);
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      disabled={disabled}
      loading={list.isPending && list.error === null}
      options={[...new Set([...known, ...chosen])]}
      value={[...chosen]}
      getOptionLabel={(id) =>
        list.items.find((collection) => collection.id === id)?.name ?? t('field.hidden_collection')
      }
      noOptionsText={t('field.no_collections')}
      onChange={(_event, next) => onChange(next)}
      renderInput={(props) => (
        <TextField
          {...props}
          size="small"
          label={t('field.collections')}
          placeholder={chosen.length === 0 ? t('field.all_collections') : ''}
        />
      )}
    />
  );
}
