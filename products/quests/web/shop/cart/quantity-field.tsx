import AddOutlined from '@mui/icons-material/AddOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useText } from '#platform/web';
import { shopTexts } from '../texts.ts';

export interface QuantityFieldProps {
  /** What it is the quantity of, for screen readers. */
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** One less, one more. */
export function QuantityField({ label, value, min = 1, max, onChange }: QuantityFieldProps): ReactNode {
  const t = useText(shopTexts);
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        bgcolor: 'background.paper',
      }}
    >
      <IconButton aria-label={t('shop.fewer')} disabled={value <= min} onClick={() => onChange(value - 1)}>
        <RemoveOutlined fontSize="small" />
      </IconButton>
      <Box
        component="output"
        aria-live="polite"
        sx={{ minWidth: 28, textAlign: 'center', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
      >
        <LocaleNumber value={value} />
      </Box>
      <IconButton aria-label={t('shop.more')} disabled={value >= max} onClick={() => onChange(value + 1)}>
        <AddOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
