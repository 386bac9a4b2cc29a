import type { WirePayment, WireRefund } from './objects.ts';

/** What goes wrong with notifications; `delayed` ones wait for `release`. */
export type NotificationFault = 'none' | 'duplicate' | 'reordered' | 'delayed' | 'lost' | 'forged';

/** Delivers one notification; answers whether the shop took it. */
export type Deliver = (body: string) => Promise<boolean>;

interface Notification {
  readonly type: 'notification';
  readonly event: string;
  readonly object: unknown;
}

/** The sender of notifications and its faults. */
export interface Notifications {
  fault: NotificationFault;
  deliver: Deliver | undefined;
  /** How many were handed over. */
  readonly delivered: () => number;
  send(event: string, object: WirePayment | WireRefund): void;
  /** Sends what was held back: delayed ones in order, reordered ones backwards. Resolves when all are taken. */
  release(): Promise<void>;
}

function forgery(object: WirePayment | WireRefund): Notification {
  const lie = { ...object, status: 'succeeded', paid: true, amount: { value: '1.00', currency: 'RUB' } };
  return { type: 'notification', event: 'payment.succeeded', object: lie };
}

export function createNotifications(): Notifications {
  const waiting: string[] = [];
  let under: Promise<unknown> = Promise.resolve();
  let count = 0;

  function hand(body: string): void {
    under = under.then(async () => {
      // YooKassa repeats for a day what is not answered with 200.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        if (notifications.deliver === undefined || (await notifications.deliver(body))) break;
      }
      count += 1;
    });
  }

  const notifications: Notifications = {
    fault: 'none',
    deliver: undefined,
    delivered: () => count,
    send(event, object) {
      const body = JSON.stringify({ type: 'notification', event, object });
      switch (notifications.fault) {
        case 'lost':
          return;
        case 'duplicate':
          hand(body);
          return hand(body);
        case 'reordered':
        case 'delayed':
          waiting.push(body);
          return;
        case 'forged':
          return hand(JSON.stringify(forgery(object)));
        default:
          return hand(body);
      }
    },
    async release() {
      const bodies = waiting.splice(0);
      for (const body of notifications.fault === 'reordered' ? bodies.reverse() : bodies) hand(body);
      await under;
    },
  };
  return notifications;
}
