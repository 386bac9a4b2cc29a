import AddRounded from '@mui/icons-material/AddRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, MenuItem, TextField, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import { useCalendarChoices } from '../calendars/use-choices.ts';
import { addResource, removeResource, setResource } from '../sheet/edit.rules.ts';
import type { PlacedFaults, ResourceField } from '../sheet/faults.rules.ts';
import type { CalendarRow, ResourceRow } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';

interface ResourceProps {
  readonly row: ResourceRow;
  readonly calendars: readonly CalendarRow[];
  readonly faultOf: (field: ResourceField) => string | undefined;
  readonly onWrite: (field: ResourceField, text: string) => void;
  readonly onRemove: () => void;
}

function ResourceFields({ row, calendars, faultOf, onWrite, onRemove }: ResourceProps): ReactNode {
  const t = useText(planningTexts);
  const calendarFault = faultOf('calendar');
  const choices = useCalendarChoices(calendars, t('resource.no_calendar'), row.calendar);
  // Tasks are told the new name once it is complete.
  const [name, setName] = useState(row.name);
  useEffect(() => setName(row.name), [row.name]);
  const field = (key: Exclude<ResourceField, 'calendar'>, value: string, wide: string): ReactNode => {
    const fault = faultOf(key);
    return (
      <TextField
        size="small"
        label={t(`resource.${key}`)}
        value={value}
        error={fault !== undefined}
        helperText={fault}
        onChange={({ target }) => (key === 'name' ? setName(target.value) : onWrite(key, target.value))}
        onBlur={() => {
          if (key === 'name' && name !== row.name) onWrite('name', name);
        }}
        slotProps={{
          htmlInput: {
            maxLength: 100,
            ...(key === 'name' ? { 'data-resource': row.id } : { inputMode: 'decimal' }),
          },
        }}
        sx={{ flex: wide, minWidth: 0 }}
      />
    );
  };
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        '&:not(:last-of-type)': {
          pb: { xs: 1.5, sm: 0 },
          borderBottom: { xs: 1, sm: 0 },
          borderColor: { xs: 'divider' },
        },
      }}
    >
      {field('name', name, '2 1 180px')}
      {field('capacity', row.capacity, '1 1 96px')}
      {field('rate', row.rate, '1 1 96px')}
      <TextField
        select
        size="small"
        label={t('resource.calendar')}
        value={row.calendar}
        error={calendarFault !== undefined}
        helperText={calendarFault}
        onChange={({ target }) => onWrite('calendar', target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ flex: '1.5 1 150px', minWidth: 0 }}
      >
        {choices.map(({ value, label }) => (
          <MenuItem key={value} value={value}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <Tooltip title={t('resource.remove')}>
        <IconButton aria-label={`${t('resource.remove')}: ${row.name}`} onClick={onRemove}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

/** Who and what the tasks need: how many there are and what an hour costs. */
export function ResourceTable({
  control,
  faults,
  target,
}: {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  /** The resource to go to; a new object goes there again. */
  readonly target: { readonly id: string } | null;
}): ReactNode {
  const t = useText(planningTexts);
  const mark = useLanguage() === 'ru' ? ',' : '.';
  const { sheet, change } = control;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (target === null) return;
    list.current?.querySelector<HTMLElement>(`[data-resource="${CSS.escape(target.id)}"]`)?.focus();
  }, [target]);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('resource.help', { currency: sheet.currency })}
      </Typography>
      <Box
        component="ul"
        ref={list}
        aria-label={t('resource.title')}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
      >
        {sheet.resources.map((row, place) => (
          <ResourceFields
            key={row.id}
            row={row}
            calendars={sheet.calendars}
            faultOf={(field) => faults.resources.get(row.id)?.find((each) => each.field === field)?.text}
            onWrite={(field, text) =>
              change((before) => setResource(before, place, { [field]: text }, mark), `${row.id}:${field}`)
            }
            onRemove={() => change((before) => removeResource(before, place, mark))}
          />
        ))}
      </Box>
      <Box>
        <Button
          size="small"
          color="inherit"
          startIcon={<AddRounded />}
          onClick={() => change((before) => addResource(before, t('resource.new')))}
        >
          {t('resource.add')}
        </Button>
      </Box>
    </Box>
  );
}
