/** A browser or application that pushes come to. */
export interface Device {
  readonly id: string;
  readonly userId: string;
  readonly platform: 'webpush' | 'fcm';
  readonly label: string;
  /** Endpoint of the subscription, or FCM token. */
  readonly address: string;
  readonly keys: { readonly p256dh: string; readonly auth: string } | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}
