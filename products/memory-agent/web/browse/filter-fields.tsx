import {
  Box,
  Button,
  FormControlLabel,
  MenuItem,
  Slider,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { useDecimal } from '../use-decimal.ts';
import { countFilters, type Filters, kinds, noFilters } from './filters.rules.ts';

export interface FilterFieldsProps {
  readonly filters: Filters;
  readonly onChange: (changes: Partial<Filters>) => void;
}

function ImportanceRange({ filters, onChange }: FilterFieldsProps): ReactNode {
  const t = useText(memoryTexts);
  const decimal = useDecimal(2);
  const labelId = useId();
  const [from, to] = filters.importance;
  const [range, setRange] = useState<readonly number[]>([from, to]);
  useEffect(() => setRange([from, to]), [from, to]);
  return (
    <Box sx={{ px: 1 }}>
      <Typography id={labelId} variant="caption" sx={{ color: 'text.secondary' }}>
        {t('browse.importance_range', {
          from: decimal(range[0] ?? 0),
          to: decimal(range[1] ?? 1),
        })}
      </Typography>
      <Slider
        size="small"
        min={0}
        max={1}
        step={0.05}
        value={[...range]}
        aria-labelledby={labelId}
        onChange={(_event, value) => setRange(Array.isArray(value) ? value : [value, value])}
        onChangeCommitted={(_event, value) => {
          const [low = 0, high = 1] = Array.isArray(value) ? value : [value, value];
          onChange({ importance: [low, high] });
        }}
      />
    </Box>
  );
}

/** Kind, importance, days, and whether to look among what was forgotten. */
export function FilterFields({ filters, onChange }: FilterFieldsProps): ReactNode {
  const t = useText(memoryTexts);
  const date = (name: 'from' | 'to'): ReactNode => (
    <TextField
      size="small"
      type="date"
      label={t(`browse.${name}`)}
      value={filters[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        p: 2,
        alignItems: 'center',
        gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
      }}
    >
      <TextField
        select
        size="small"
        label={t('browse.kind')}
        value={filters.kind ?? ''}
        onChange={({ target }) => onChange({ kind: kinds.find((kind) => kind === target.value) ?? null })}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{t('browse.any_kind')}</MenuItem>
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {date('from')}
      {date('to')}
      <ImportanceRange filters={filters} onChange={onChange} />
      <FormControlLabel
        label={t('browse.deleted')}
        control={
          <Switch
            checked={filters.deleted}
            onChange={({ target }) => onChange({ deleted: target.checked })}
          />
        }
      />
      {countFilters(filters) === 0 ? null : (
        <Button
          color="inherit"
          onClick={() => onChange({ ...noFilters, q: filters.q, level: filters.level })}
        >
          {t('browse.reset')}
        </Button>
      )}
    </Box>
  );
}
