import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, ErrorNotice, RelativeTime, useCall, useNotice, useSend, useText } from '#platform/web';
import { deleteDevice, listDevices } from '../../contract/index.ts';
import { Section } from '../preferences/section.tsx';
import { useRefusals } from '../refusals.ts';
import { notificationTexts } from '../texts.ts';
import { type ThisDevice, useThisDevice } from './use-this-device.ts';

function StateOfThis({ device }: { readonly device: ThisDevice }): ReactNode {
  const t = useText(notificationTexts);
  const { state, busy } = device;
  const severity = state === 'on' ? 'success' : state === 'denied' || state === 'failed' ? 'warning' : 'info';
  return (
    <Alert
      severity={severity}
      variant="outlined"
      role="status"
      action={
        state === 'on' ? (
          <Button color="inherit" size="small" loading={busy} onClick={() => void device.disable()}>
            {t('devices.disable')}
          </Button>
        ) : undefined
      }
    >
      {t(`devices.state.${state}`)}
      {state === 'off' || state === 'failed' ? (
        <Box sx={{ mt: 1.5 }}>
          <Button variant="contained" loading={busy} onClick={() => void device.enable()}>
            {t('devices.enable')}
          </Button>
        </Box>
      ) : null}
    </Alert>
  );
}

/** Where pushes go, and turning them on for the browser one looks through. */
export function DevicesSection(): ReactNode {
  const t = useText(notificationTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const { data, error, refetch } = useCall(listDevices, {});
  const own = useThisDevice(data?.web_push_key);
  const remove = useSend(deleteDevice, {
    invalidates: [listDevices],
    onError: (problem) => notice.error(problem, refusals),
    onSuccess: () => notice.success(t('devices.removed')),
  });
  return (
    <Section title={t('devices.title')} help={t('devices.help')}>
      <Stack spacing={2}>
        <ErrorNotice error={error} onRetry={refetch} />
        <StateOfThis device={own} />
        <ErrorNotice error={own.error} refusals={refusals} />
        {data?.items.length === 0 ? <Typography variant="body2">{t('devices.none')}</Typography> : null}
        <DataList items={data?.items ?? []} keyOf={({ id }) => id} label={t('devices.list')} gap={0}>
          {({ id, label, last_seen_at: seen }) => (
            <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', py: 1.25 }}>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <Typography sx={{ fontWeight: 560 }}>{label}</Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('devices.used')} <RelativeTime value={seen} />
                </Typography>
              </Box>
              {id === own.id ? (
                <Chip size="small" color="success" variant="outlined" label={t('devices.this')} />
              ) : (
                <Button
                  size="small"
                  variant="outlined"
                  color="inherit"
                  aria-label={t('devices.remove_named', { label })}
                  onClick={() => remove.mutate({ params: { id } })}
                >
                  {t('devices.remove')}
                </Button>
              )}
            </Stack>
          )}
        </DataList>
      </Stack>
    </Section>
  );
}
