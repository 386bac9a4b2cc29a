import SearchRounded from '@mui/icons-material/SearchRounded';
import { Autocomplete, InputAdornment, TextField } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { useCall, useText } from '#platform/web';
import { suggestQuests } from '../../../contract/index.ts';
import { catalogueTexts } from '../texts.ts';
import { useDebounced } from './use-debounced.ts';

interface SearchFieldProps {
  /** The words being searched for. */
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Words to search for, with completions; Enter or a completion starts the search. */
export function SearchField({ value, onSearch }: SearchFieldProps): ReactNode {
  const t = useText(catalogueTexts);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const typed = useDebounced(text.trim().slice(0, 100), 200);
  const { data } = useCall(
    suggestQuests,
    { query: { q: typed } },
    { enabled: typed !== '' && typed !== value, keepPrevious: true, staleTime: 60_000 },
  );
  const options = typed === '' || typed === value ? [] : (data?.items ?? []);
  return (
    <Autocomplete<string, false, false, true>
      freeSolo
      fullWidth
      options={options}
      filterOptions={(all) => all}
      value={value}
      inputValue={text}
      onInputChange={(_event, next, reason) => {
        setText(next.slice(0, 200));
        if (reason === 'clear') onSearch('');
      }}
      onChange={(_event, chosen) => onSearch((chosen ?? '').trim().slice(0, 200))}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('search')}
          type="search"
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              enterKeyHint: 'search',
              maxLength: 200,
            },
            input: {
              ...params.slotProps.input,
              startAdornment: (
                <InputAdornment position="start" sx={{ ml: 0.5 }}>
                  <SearchRounded aria-hidden fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
          sx={{ '& input::-webkit-search-cancel-button': { display: 'none' } }}
        />
      )}
    />
  );
}
