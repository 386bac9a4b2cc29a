import { expect, it } from 'vitest';
import { createShutdownPlan } from './shutdown.ts';

it('closes the newest first, goes on after a failure, and cuts off what hangs', async () => {
  const closed: string[] = [];
  const plan = createShutdownPlan(() => undefined);
  plan.opened('first', async () => void closed.push('first'));
  plan.opened('broken', () => Promise.reject(new Error('stuck door')));
  plan.opened('hanging', () => new Promise(() => undefined), 20);
  plan.opened('last', async () => void closed.push('last'));
  const closing = plan.close();
  expect(plan.close()).toBe(closing);
  await closing;
  expect(closed).toEqual(['last', 'first']);
});
