import { Box, Checkbox, Divider, FormControlLabel, FormGroup, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Channel, Preferences } from '../../contract/index.ts';
import { notificationTexts } from '../texts.ts';
import { Section } from './section.tsx';

export interface KindsSectionProps {
  readonly kinds: Preferences['kinds'];
  readonly available: readonly Channel[];
  readonly onChange: (kind: string, channel: Channel, on: boolean) => void;
}

/** Every kind of notice with its channels; only those this installation can use. */
export function KindsSection({ kinds, available, onChange }: KindsSectionProps): ReactNode {
  const t = useText(notificationTexts);
  const urgent = kinds.some((kind) => kind.urgent);
  return (
    <Section title={t('preferences.kinds')} help={t('preferences.kinds_help')}>
      {kinds.length === 0 ? <Typography>{t('preferences.no_kinds')}</Typography> : null}
      <Stack spacing={1} divider={<Divider aria-hidden />}>
        {kinds.map(({ kind, label, urgent: isUrgent, channels }) => (
          <Box
            key={kind}
            component="fieldset"
            sx={{
              m: 0,
              p: 0,
              border: 0,
              minWidth: 0,
            }}
          >
            <Typography component="legend" sx={{ fontWeight: 560, p: 0 }}>
              {isUrgent ? `${label} (${t('preferences.urgent')})` : label}
            </Typography>
            <FormGroup row>
              {available.map((channel) => (
                <FormControlLabel
                  key={channel}
                  label={t(`channel.${channel}`)}
                  control={
                    <Checkbox
                      checked={channels[channel]}
                      onChange={(_event, on) => onChange(kind, channel, on)}
                    />
                  }
                />
              ))}
            </FormGroup>
          </Box>
        ))}
      </Stack>
      {urgent ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('preferences.urgent_help')}
        </Typography>
      ) : null}
    </Section>
  );
}
