import { FormControlLabel, Stack, Switch, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { notificationTexts } from '../texts.ts';
import type { Draft, QuietFault } from './draft.rules.ts';
import { Section } from './section.tsx';

export interface QuietSectionProps {
  readonly draft: Draft;
  readonly timeZone: string;
  readonly fault: QuietFault | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** When the person wants to be left alone. */
export function QuietSection({ draft, timeZone, fault, onChange }: QuietSectionProps): ReactNode {
  const t = useText(notificationTexts);
  const { quiet, from, to } = draft;
  const field = {
    type: 'time',
    size: 'small',
    disabled: !quiet,
    slotProps: { inputLabel: { shrink: true } },
  } as const;
  return (
    <Section title={t('quiet.title')} help={t('quiet.help', { zone: timeZone })}>
      <FormControlLabel
        label={t('quiet.on')}
        control={<Switch checked={quiet} onChange={(_event, on) => onChange({ quiet: on })} />}
      />
      <Stack direction="row" spacing={2} sx={{ mt: 1.5 }}>
        <TextField
          {...field}
          label={t('quiet.from')}
          value={from}
          error={fault !== undefined}
          onChange={({ target }) => onChange({ from: target.value })}
        />
        <TextField
          {...field}
          label={t('quiet.to')}
          value={to}
          error={fault !== undefined}
          helperText={fault === undefined ? undefined : t(`quiet.${fault}`)}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </Stack>
    </Section>
  );
}
