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

/** The calendars of a plan: a list beside the calendar, or a field above it where there is little room. */
export function CalendarList({ items, chosen, onChoose }: CalendarListProps): ReactNode {
  const t = useText(planningTexts);
  return (
    <>
      <List
        aria-label={t('calendar.list')}
        sx={{
          display: { xs: 'none', md: 'block' },
          p: 0.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: '12px',
          bgcolor: 'background.paper',
          maxHeight: '60vh',
          overflow: 'auto',
        }}
      >
        {items.map(({ key, name, uses, isFaulty }) => (
          <ListItem key={key} disablePadding>
            <ListItemButton
              selected={key === chosen}
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
              sx={{ borderRadius: '8px' }}
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
      <Box sx={{ display: { md: 'none' } }}>
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
