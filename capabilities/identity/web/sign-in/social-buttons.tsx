import { Button, Divider, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall, useLocalized, useSignInWays, useText } from '#platform/web';
import { listProviders, type ProviderName, startSocial } from '../../contract/index.ts';
import { identityTexts } from '../texts.ts';

const allowed = /^\/app\/[A-Za-z0-9/_.~?=&%-]*$/;

function startAddress(provider: ProviderName, returnPath: string): string {
  const start = startSocial.path.replace(':provider', provider);
  const back = `/app${returnPath}`;
  return returnPath !== '/' && allowed.test(back) ? `${start}?return_to=${encodeURIComponent(back)}` : start;
}

/** One button for each configured provider and for each way a module adds; nothing where there is none. */
export function SocialButtons({ returnPath }: { readonly returnPath: string }): ReactNode {
  const t = useText(identityTexts);
  const { data } = useCall(listProviders, {}, { staleTime: 300_000 });
  const localized = useLocalized();
  const ways = useSignInWays();
  const providers = data?.providers ?? [];
  if (providers.length === 0 && ways.length === 0) return null;
  return (
    <Stack spacing={1.5}>
      <Divider sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{t('or')}</Divider>
      {providers.map(({ name, title }) => (
        <Button key={name} variant="outlined" color="inherit" href={startAddress(name, returnPath)}>
          {t('sign_in.with', { provider: title })}
        </Button>
      ))}
      {ways.map(({ title, path }) => (
        <Button
          key={path}
          component={Link}
          to={returnPath === '/' ? path : `${path}?from=${encodeURIComponent(returnPath)}`}
          variant="outlined"
          color="inherit"
        >
          {localized(title)}
        </Button>
      ))}
    </Stack>
  );
}
