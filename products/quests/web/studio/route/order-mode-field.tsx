import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { useField } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';

const modes = ['linear', 'open', 'random', 'secret'] as const;

/** How players meet the points. */
export function OrderModeField(): ReactNode {
  const t = useText(studioTexts);
  const [mode, setMode] = useField('order_mode');
  return (
    <TextField
      select
      fullWidth
      label={t('order.label')}
      value={mode}
      helperText={t(`order.${mode}_help`)}
      onChange={({ target }) => setMode(modes.find((one) => one === target.value) ?? mode)}
    >
      {modes.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`order.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
