import AddRounded from '@mui/icons-material/AddRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, TextField, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#platform/web';
import { addExceptions, removeException, setException } from '../sheet/calendar-edit.rules.ts';
import type { CalendarFault } from '../sheet/faults.rules.ts';
import type { CalendarRow, ExceptionRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { SpansField } from './spans-field.tsx';

type Change = (change: (calendar: CalendarRow) => CalendarRow, about?: string) => void;

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const page = 20;

interface RowProps {
  readonly row: ExceptionRow;
  readonly faults: readonly string[];
  readonly formats: PlanFormats;
  readonly onChange: Change;
}

function ExceptionFields({ row, faults, formats, onChange }: RowProps): ReactNode {
  const t = useText(planningTexts);
  const { key, from, to, name, spans } = row;
  const called = name.trim() === '' ? formats.date(from) : name.trim();
  const write = (cells: Partial<ExceptionRow>, about?: string): void =>
    onChange(
      (before) => setException(before, key, cells),
      about === undefined ? undefined : `${key}:${about}`,
    );
  const date = (end: 'from' | 'to', value: string): ReactNode => (
    <TextField
      size="small"
      // A time of day in a file is kept: a field of dates could not show it.
      type={value === '' || dayShape.test(value) ? 'date' : 'text'}
      label={t(`exception.${end}`)}
      value={value}
      error={faults.length > 0}
      onChange={({ target }) => write({ [end]: target.value }, end)}
      slotProps={{
        htmlInput: { maxLength: 30, 'data-exception': end === 'from' ? key : undefined },
        inputLabel: { shrink: true },
      }}
      sx={{ flex: { xs: '1 1 138px', sm: '0 0 156px' }, minWidth: 0 }}
    />
  );
  return (
    <Box
      component="li"
      aria-label={called}
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        py: 1.25,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'flex-start',
      }}
    >
      {date('from', from)}
      {date('to', to)}
      <TextField
        size="small"
        label={t('exception.name')}
        value={name}
        onChange={({ target }) => write({ name: target.value }, 'name')}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ flex: { xs: '1 1 100%', sm: '1 1 180px' }, minWidth: 0 }}
      />
      <Box sx={{ flex: '0 1 auto', minWidth: 0, pt: '2px' }}>
        <SpansField
          of={called}
          spans={spans}
          faults={faults}
          onChange={(next, about) => write({ spans: next }, about)}
        />
      </Box>
      <IconButton
        sx={{ ml: 'auto' }}
        aria-label={t('exception.remove', { name: called })}
        onClick={() => onChange((before) => removeException(before, key))}
      >
        <DeleteOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}

export interface ExceptionsEditorProps {
  readonly calendar: CalendarRow;
  readonly faults: readonly CalendarFault[];
  readonly formats: PlanFormats;
  readonly years: readonly number[];
  /** Where a new exception begins. */
  readonly day: string;
  readonly onChange: Change;
  readonly onHolidays: () => void;
}

/** Days that differ from the week. */
export function ExceptionsEditor(props: ExceptionsEditorProps): ReactNode {
  const { calendar, faults, formats, years, day, onChange, onHolidays } = props;
  const t = useText(planningTexts);
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(page);
  const [wanted, setWanted] = useState<string | null>(null);
  const { exceptions } = calendar;
  useEffect(() => {
    if (wanted === null) return;
    const field = list.current?.querySelector<HTMLElement>(`[data-exception="${wanted}"]`);
    if (field === null || field === undefined) return;
    field.focus();
    setWanted(null);
  }, [wanted]);
  const add = (): void => {
    const cells = [{ from: day, to: '', name: '', spans: [] }];
    onChange((before) => addExceptions(before, cells));
    setShown(Math.max(shown, exceptions.length + 1));
    setWanted(addExceptions(calendar, cells).exceptions.at(-1)?.key ?? null);
  };
  return (
    <Box component="section" aria-label={t('exception.title')}>
      <Typography variant="h3" component="h2">
        {exceptions.length === 0 ? t('exception.title') : t('exception.count', { count: exceptions.length })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('exception.help')}
      </Typography>
      <Box component="ul" ref={list} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {exceptions.slice(0, shown).map((row) => (
          <ExceptionFields
            key={row.key}
            row={row}
            faults={faults.filter(({ part }) => part === row.key).map(({ text }) => text)}
            formats={formats}
            onChange={onChange}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {exceptions.length > shown ? (
          <Button size="small" color="inherit" onClick={() => setShown(shown + 100)}>
            {t('more', { count: exceptions.length - shown })}
          </Button>
        ) : null}
        <Button size="small" variant="outlined" color="inherit" startIcon={<AddRounded />} onClick={add}>
          {t('exception.add')}
        </Button>
        {years.length === 0 ? null : (
          <Button size="small" variant="outlined" color="inherit" onClick={onHolidays}>
            {t('exception.holidays', { years: yearsText(years) })}
          </Button>
        )}
      </Box>
      {years.length === 0 ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('exception.moved')}
        </Typography>
      )}
    </Box>
  );
}

/** `2026`, `2026–2027`. */
export function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? String(first ?? '') : `${first}–${last}`;
}
