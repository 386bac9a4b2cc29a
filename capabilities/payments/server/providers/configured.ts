import type { PaymentsContext } from '../context.ts';
import type { Provider } from './provider.ts';
import { createProviders, type Providers } from './providers.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { createYooKassa } from './yookassa/yookassa.ts';

/** The providers the environment has keys for, and the sandbox outside production. */
export async function configuredProviders(context: PaymentsContext): Promise<{
  readonly providers: Providers;
  readonly sandbox: Sandbox | undefined;
}> {
  const { platform, database, clock, config, breakers, log } = context;
  const { PAYMENTS_TIMEOUT_MS: timeoutMs, PAYMENTS_RETRY_MS: retryMs } = config;
  const { publicUrl, environment } = platform;
  const sandbox = environment === 'production' ? undefined : createSandbox({ database, clock, publicUrl });
  const all: Provider[] = [];
  if (sandbox !== undefined) all.push(sandbox);
  if (config.YOOKASSA_SHOP_ID !== undefined) {
    const { YOOKASSA_SHOP_ID: shopId, YOOKASSA_SECRET_KEY: secretKey, YOOKASSA_API_URL: apiUrl } = config;
    if (secretKey === undefined) throw new Error('YOOKASSA_SHOP_ID needs YOOKASSA_SECRET_KEY.');
    all.push(createYooKassa({ shopId, secretKey, apiUrl, publicUrl, timeoutMs, retryMs, breakers, log }));
  }
  if (config.STRIPE_SECRET_KEY !== undefined) {
    const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl } = config;
    // Its library is large: whoever takes no cards through it does without.
    const { createStripe } = await import('./stripe/stripe.ts');
    all.push(createStripe({ secretKey, apiUrl, publicUrl, timeoutMs, retryMs, breakers }));
  }
  return { providers: createProviders(all), sandbox };
}
