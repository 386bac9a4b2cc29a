import { Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, useCall, useNotice, useSend, useText } from '#platform/web';
import { getProfile, linkSocial, listProviders, unlinkSocial } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts } from '../texts.ts';

/** Connects and disconnects providers; not there where none is configured. */
export function ProvidersSection({ connected }: { readonly connected: readonly string[] }): ReactNode {
  const t = useText(accountTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const { data } = useCall(listProviders, {}, { staleTime: 300_000 });
  const link = useSend(linkSocial, {
    onSuccess: ({ authorization_url: address }) => window.location.assign(address),
    onError: (problem) => notice.error(problem, refusals),
  });
  const unlink = useSend(unlinkSocial, {
    onSuccess: () => notice.success(t('providers.disconnected')),
    onError: (problem) => notice.error(problem, refusals),
    invalidates: [getProfile],
  });
  if (data === undefined || data.providers.length === 0) return null;
  return (
    <Section title={t('providers.title')} help={t('providers.help')}>
      <DataList items={data.providers} keyOf={({ name }) => name} label={t('providers.title')} gap={0}>
        {({ name, title }) => {
          const on = connected.includes(name);
          return (
            <Stack direction="row" spacing={2} sx={{ alignItems: 'center', py: 1 }}>
              <Stack sx={{ flex: 1, minWidth: 0 }}>
                <Typography sx={{ fontWeight: 560 }}>{title}</Typography>
                {on ? (
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {t('providers.connected')}
                  </Typography>
                ) : null}
              </Stack>
              <Button
                size="small"
                variant="outlined"
                color="inherit"
                aria-label={
                  on
                    ? t('providers.disconnect_named', { provider: title })
                    : t('providers.connect_named', { provider: title })
                }
                loading={link.isPending || unlink.isPending}
                onClick={() =>
                  on
                    ? unlink.mutate({ params: { provider: name } })
                    : link.mutate({ params: { provider: name } })
                }
              >
                {on ? t('providers.disconnect') : t('providers.connect')}
              </Button>
            </Stack>
          );
        }}
      </DataList>
    </Section>
  );
}
