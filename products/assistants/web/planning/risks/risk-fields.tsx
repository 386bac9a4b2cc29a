import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { PickMany } from '../pick-many.tsx';
import type { RiskFault } from '../sheet/faults.rules.ts';
import { distributions } from '../sheet/file-values.rules.ts';
import type { RiskCells, RiskRow, TaskRow } from '../sheet/sheet.ts';
import { taskLabel } from '../task-label.ts';
import { planningTexts } from '../texts.ts';
import { PointsFields } from './points-fields.tsx';

export interface RiskFieldsProps {
  readonly row: RiskRow;
  readonly tasks: readonly TaskRow[];
  readonly currency: string;
  readonly faults: readonly RiskFault[];
  readonly onWrite: (cells: Partial<RiskCells>, about?: string) => void;
  readonly onRemove: () => void;
}

/** What is written about a risk. */
export function RiskFields({ row, tasks, currency, faults, onWrite, onRemove }: RiskFieldsProps): ReactNode {
  const t = useText(planningTexts);
  const faultId = useId();
  const isFaulty = (name: keyof RiskCells): boolean => faults.some(({ fields }) => fields.includes(name));
  const write = (name: keyof RiskCells, text: string): void => onWrite({ [name]: text }, name);
  const text = (name: 'name' | 'probability', length: number, flex: string): ReactNode => (
    <TextField
      size="small"
      label={t(`risk.${name}`)}
      value={row[name]}
      error={isFaulty(name)}
      onChange={({ target }) => write(name, target.value)}
      slotProps={{
        htmlInput: {
          maxLength: length,
          'aria-describedby': isFaulty(name) ? faultId : undefined,
          ...(name === 'name' ? { 'data-risk': row.key } : { inputMode: 'decimal' }),
        },
      }}
      sx={{ flex, minWidth: 0 }}
    />
  );
  return (
    <Stack spacing={2}>
      {faults.length === 0 ? null : (
        <Box component="ul" id={faultId} sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.875rem' }}>
          {faults.map(({ at, text: words, severity }) => (
            <Box
              component="li"
              key={`${at} ${words}`}
              sx={{ color: severity === 'error' ? 'error.main' : 'warning.main' }}
            >
              {words}
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {text('name', 500, '4 1 220px')}
        {text('probability', 10, '1 1 130px')}
      </Box>
      <PickMany
        label={t('risk.tasks')}
        options={tasks.map((task) => ({ id: task.id.trim(), name: taskLabel(task) }))}
        value={row.tasks}
        fault={isFaulty('tasks') ? t('risk.tasks_unknown') : undefined}
        help={t('risk.tasks_help')}
        onChange={(ids) => onWrite({ tasks: ids })}
      />
      <PointsFields
        label={t('risk.impact')}
        fields={[
          { name: 'optimistic', label: t('risk.least'), value: row.optimistic },
          { name: 'likely', label: t('column.likely'), value: row.likely },
          { name: 'pessimistic', label: t('risk.most'), value: row.pessimistic },
        ]}
        isFaulty={isFaulty}
        faultId={faultId}
        onWrite={write}
      >
        <TextField
          select
          size="small"
          label={t('column.unit')}
          value={row.unit}
          onChange={({ target }) => onWrite({ unit: target.value === 'hours' ? 'hours' : 'days' })}
          sx={{ flex: '1 1 96px', maxWidth: 130 }}
        >
          <MenuItem value="days">{t('unit.days')}</MenuItem>
          <MenuItem value="hours">{t('unit.hours')}</MenuItem>
        </TextField>
        <TextField
          select
          size="small"
          label={t('column.distribution')}
          value={row.distribution}
          onChange={({ target }) => onWrite({ distribution: target.value })}
          sx={{ flex: '1 1 150px', maxWidth: 200 }}
        >
          {distributions.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`distribution.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </PointsFields>
      <PointsFields
        label={t('risk.cost', { currency })}
        fields={[
          { name: 'costOptimistic', label: t('risk.least'), value: row.costOptimistic },
          { name: 'costLikely', label: t('column.likely'), value: row.costLikely },
          { name: 'costPessimistic', label: t('risk.most'), value: row.costPessimistic },
        ]}
        isFaulty={isFaulty}
        faultId={faultId}
        onWrite={write}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('risk.points_help')}
      </Typography>
      <Box>
        <Button size="small" color="inherit" startIcon={<DeleteOutlined />} onClick={onRemove}>
          {t('risk.remove')}
        </Button>
      </Box>
    </Stack>
  );
}
