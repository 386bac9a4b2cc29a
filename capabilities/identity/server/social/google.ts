import { createOpenIdClient } from './open-id.ts';
import type { Provider, ProviderSettings } from './provider.ts';

const defaultIssuer = 'https://accounts.google.com';

export function createGoogle(settings: ProviderSettings): Provider {
  const issuer = settings.issuer ?? defaultIssuer;
  return {
    name: 'google',
    title: 'Google',
    ...createOpenIdClient({ ...settings, issuer, fallbackName: 'Google' }),
  };
}
