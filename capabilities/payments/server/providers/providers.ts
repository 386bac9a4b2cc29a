import type { Currency } from '#base/money';
import { Refusal } from '#base/refusal';
import type { Provider } from './provider.ts';

/** The providers this process is configured for. */
export interface Providers {
  readonly all: readonly Provider[];
  /** The one new payments in a currency go to. Refuses with `payments.not_configured` when there is none. */
  choose(currency: Currency): Provider;
  /** The provider of an existing payment; refuses with `payments.not_configured` when its keys are gone. */
  named(name: string): Provider;
  find(name: string): Provider | undefined;
}

function notConfigured(): Refusal {
  return new Refusal('unavailable', 'payments.not_configured', 'Payments are not set up here.');
}

/** YooKassa takes roubles; Stripe everything; the sandbox is there when neither has keys. */
export function createProviders(all: readonly Provider[]): Providers {
  const byName = new Map<string, Provider>(all.map((provider) => [provider.name, provider]));
  return {
    all,
    choose(currency) {
      const rouble = currency === 'RUB' ? byName.get('yookassa') : undefined;
      const outside = rouble ?? byName.get('stripe');
      // Next to a real provider the sandbox only finishes what it began.
      const chosen = outside ?? (byName.has('yookassa') ? undefined : byName.get('sandbox'));
      if (chosen === undefined) throw notConfigured();
      return chosen;
    },
    named(name) {
      const provider = byName.get(name);
      if (provider === undefined) throw notConfigured();
      return provider;
    },
    find: (name) => byName.get(name),
  };
}
