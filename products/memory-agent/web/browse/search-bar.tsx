import ClearRounded from '@mui/icons-material/ClearRounded';
import SearchRounded from '@mui/icons-material/SearchRounded';
import TuneRounded from '@mui/icons-material/TuneRounded';
import { Badge, Box, Button, Collapse, IconButton, InputAdornment, TextField } from '@mui/material';
import { type ReactNode, useEffect, useEffectEvent, useId, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { useDebounced } from '../use-debounced.ts';
import { FilterFields, type FilterFieldsProps } from './filter-fields.tsx';
import { countFilters } from './filters.rules.ts';

/** Words to look for, taken over when typing rests, and the other filters behind a button. */
export function SearchBar({ filters, onChange }: FilterFieldsProps): ReactNode {
  const t = useText(memoryTexts);
  const panelId = useId();
  const active = countFilters(filters);
  const [open, setOpen] = useState(active > 0);
  const [typed, setTyped] = useState(filters.q);
  const rested = useDebounced(typed, 250);

  // Only what was typed goes to the address; what the address says comes back below.
  const takeOver = useEffectEvent((q: string) => {
    if (q !== filters.q) onChange({ q });
  });
  useEffect(() => takeOver(rested), [rested]);
  useEffect(() => setTyped(filters.q), [filters.q]);

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1 }} role="search">
        <TextField
          fullWidth
          size="small"
          value={typed}
          placeholder={t('browse.search')}
          onChange={({ target }) => setTyped(target.value)}
          slotProps={{
            htmlInput: { 'aria-label': t('browse.search'), maxLength: 500, enterKeyHint: 'search' },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchRounded fontSize="small" />
                </InputAdornment>
              ),
              endAdornment:
                typed === '' ? null : (
                  <InputAdornment position="end">
                    <IconButton
                      size="small"
                      edge="end"
                      aria-label={t('browse.clear')}
                      onClick={() => setTyped('')}
                    >
                      <ClearRounded fontSize="small" />
                    </IconButton>
                  </InputAdornment>
                ),
            },
          }}
        />
        <Button
          variant="outlined"
          color="inherit"
          aria-expanded={open}
          aria-controls={panelId}
          title={active === 0 ? undefined : t('browse.filters_active', { count: active })}
          onClick={() => setOpen(!open)}
          sx={{ minWidth: 48, gap: 1, flexShrink: 0 }}
        >
          <Badge badgeContent={active > 0 ? active : undefined} color="primary">
            <TuneRounded fontSize="small" />
          </Badge>
          <Box component="span" sx={({ breakpoints }) => ({ [breakpoints.down('sm')]: visuallyHidden })}>
            {t('browse.filters')}
          </Box>
        </Button>
      </Box>
      <Collapse in={open} id={panelId} unmountOnExit>
        <FilterFields filters={filters} onChange={onChange} />
      </Collapse>
    </Box>
  );
}
