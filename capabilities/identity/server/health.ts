import type { HealthCheck } from '#platform/server/health';
import type { Keyring } from './keys/keyring.ts';

/** Without a usable signing key nobody can sign in. */
export function keyHealth(keyring: Keyring): HealthCheck {
  return {
    name: 'signing keys',
    critical: false,
    async check() {
      try {
        await keyring.signer();
        return { status: 'healthy' };
      } catch {
        return { status: 'unhealthy', detail: 'No signing key can be opened.' };
      }
    },
  };
}
