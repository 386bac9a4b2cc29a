import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import { Box, List, ListItem, ListItemButton, ListItemText, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';

export interface CalendarItem {
  readonly key: string;
  readonly name: string;
  readonly uses: string;
  readonly isFaulty: boolean;
}

export interface CalendarListProps {
  readonly items: readonly CalendarItem[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** The calendars of a plan: a list above the calendar, or a field where there is little room. */
export function CalendarList({ items, chosen, onChoose }: CalendarListProps): ReactNode {
  const t = useText(planningTexts);
  return (
    <>
      <List
        aria-label={t('calendar.list')}
        sx={{
          display: { xs: 'none', sm: 'flex' },
          flexWrap: 'wrap',
          gap: 1,
          p: 0,
          maxHeight: '40vh',
          overflow: 'auto',
        }}
      >
        {items.map(({ key, name, uses, isFaulty }) => (
          <ListItem key={key} disablePadding sx={{ width: 'auto' }}>
            <ListItemButton
              selected={key === chosen}
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
              sx={{
                border: 1,
                borderColor: key === chosen ? 'primary.main' : 'divider',
                borderRadius: '10px',
                bgcolor: 'background.paper',
                py: 0.5,
                gap: 1,
              }}
            >
              <ListItemText
                primary={name}
                secondary={uses}
                slotProps={{ primary: { sx: { fontWeight: 560, overflowWrap: 'anywhere' } } }}
              />
              {isFaulty ? (
                <ErrorOutlineRounded color="error" fontSize="small" titleAccess={t('calendar.faulty')} />
              ) : null}
            </ListItemButton>
          </ListItem>
        ))}
      </List>
      <Box sx={{ display: { sm: 'none' } }}>
        <TextField
          select
          fullWidth
          size="small"
          label={t('calendar.one')}
          value={chosen}
          helperText={items.find(({ key }) => key === chosen)?.uses}
          onChange={({ target }) => onChoose(target.value)}
        >
          {items.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
}
