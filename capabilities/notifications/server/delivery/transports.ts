import type { Device } from '../devices/device.ts';
import type { Rendered } from '../texts/render.rules.ts';
import type { Outcome } from './outcome.ts';

/** What a push says: nothing about a person. The device fetches the text. */
export interface Push {
  readonly notificationId: string;
  readonly kind: string;
  readonly urgent: boolean;
}

/** The ways out. None of them throws: trouble is an outcome. */
export interface Transports {
  push(device: Device, push: Push, signal: AbortSignal): Promise<Outcome>;
  messenger(userId: string, text: Rendered & { readonly url: string | null }): Promise<Outcome>;
}

/** One way to a device. */
export type PushTransport = (device: Device, push: Push, signal: AbortSignal) => Promise<Outcome>;
