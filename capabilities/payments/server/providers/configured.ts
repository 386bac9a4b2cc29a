import type { PaymentsContext } from '../context.ts';
import type { Provider } from './provider.ts';
import { createProviders, type Providers } from './providers.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';

/** The providers the environment has keys for, and the sandbox outside production. */
export function configuredProviders(context: PaymentsContext): {
  readonly providers: Providers;
  readonly sandbox: Sandbox | undefined;
} {
  const { platform, database, clock } = context;
  const { publicUrl, environment } = platform;
  const sandbox = environment === 'production' ? undefined : createSandbox({ database, clock, publicUrl });
  const all: Provider[] = [];
  if (sandbox !== undefined) all.push(sandbox);
  return { providers: createProviders(all), sandbox };
}
