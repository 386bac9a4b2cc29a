import { defineRef, type Ref } from '#base/ref';
import type { Tx } from '#platform/server/database';
import { defineExtensionPoint } from '#platform/server/modules';

export type NotificationChannel = 'in_app' | 'email' | 'push' | 'telegram';

type Texts = Readonly<Record<string, string | number>>;

/** How one kind of notice reads in one language. Plain text; the values are already safe to show to the recipient. */
export interface NotificationTexts {
  title(values: Texts): string;
  body(values: Texts): string;
}

/**
 * A kind of notice that a module sends. Push payloads carry the kind and the notification's id only; the device
 * fetches the text.
 */
export interface NotificationKind {
  /** `module.what_happened`, for example `quests.friend_requested`. */
  readonly kind: string;
  /** What the preferences page calls it. */
  readonly label: { readonly ru: string; readonly en: string };
  readonly texts: { readonly ru: NotificationTexts; readonly en: NotificationTexts };
  /** Channels used unless the person chose otherwise. */
  readonly channels: readonly NotificationChannel[];
  /** Goes out at once even in quiet hours (a doctor is at the door). */
  readonly urgent?: boolean;
}

export const notificationKindsPoint = defineExtensionPoint<readonly NotificationKind[]>(
  'notifications.kinds',
  'many',
);

/** How the messenger delivers; the bot fills it. Answers `gone` when the person cannot be reached there any more. */
export interface MessengerTransport {
  send(
    userId: string,
    text: { readonly title: string; readonly body: string; readonly url: string | null },
  ): Promise<'sent' | 'unknown' | 'gone'>;
}

export const messengerTransportPoint = defineExtensionPoint<MessengerTransport>(
  'notifications.messenger',
  'many',
);

/** One notice to one person. */
export interface Notice {
  readonly kind: string;
  readonly userId: string;
  /** For the templates. Stored encrypted-at-rest by the database only: keep it to what the text needs. */
  readonly values: Texts;
  /** A path of the web application to open: `/app/…`. */
  readonly path?: string;
  /** The same key twice notifies once: the event's delivery id with a suffix per recipient. */
  readonly key: string;
  /** Not before this instant. */
  readonly notBefore?: Date;
}

/** Tells people. Called from listeners of domain events and from jobs, never from a controller. */
export interface Notifications {
  /** Written in the transaction; delivery happens in jobs, by preference, quiet hours and what devices there are. */
  notify(tx: Tx, notice: Notice): Promise<void>;
  /** Tells the operators (Slack when configured, always the log). No personal data. */
  alert(tx: Tx, alert: { readonly code: string; readonly text: string; readonly key: string }): Promise<void>;
}

/** Declare it in `uses`: `{ notifications: notificationsRef }`. */
export const notificationsRef: Ref<Notifications> = defineRef<Notifications>('notifications');
