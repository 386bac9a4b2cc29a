import { Counter, type Registry } from 'prom-client';

export interface PaymentsMetrics {
  moved(provider: string, status: string): void;
}

/** Name and labels are fixed (docs/contracts). */
export function paymentsMetrics(registry: Registry): PaymentsMetrics {
  const counter = new Counter({
    name: 'payments_total',
    help: 'Payments that reached a status, by provider.',
    labelNames: ['provider', 'status'],
    registers: [registry],
  });
  return { moved: (provider, status) => counter.inc({ provider, status }) };
}
