import type { BodyOf } from '#platform/contract';
import type { Channel, Preferences, setPreferences } from '../../contract/index.ts';

/** What the person is choosing, before it is saved. */
export interface Draft {
  readonly kinds: Preferences['kinds'];
  readonly quiet: boolean;
  readonly from: string;
  readonly to: string;
}

export type QuietFault = 'missing' | 'same';

export function draftOf({ kinds, quiet_hours: hours }: Preferences): Draft {
  return { kinds, quiet: hours !== null, from: hours?.from ?? '22:00', to: hours?.to ?? '08:00' };
}

export function withChannel(draft: Draft, kind: string, channel: Channel, on: boolean): Draft {
  const kinds = draft.kinds.map((one) =>
    one.kind === kind ? { ...one, channels: { ...one.channels, [channel]: on } } : one,
  );
  return { ...draft, kinds };
}

/** What keeps the quiet hours from being saved; undefined when nothing does. */
export function quietFaultOf({ quiet, from, to }: Draft): QuietFault | undefined {
  if (!quiet) return undefined;
  if (from === '' || to === '') return 'missing';
  return from === to ? 'same' : undefined;
}

export function bodyOf({ kinds, quiet, from, to }: Draft): BodyOf<typeof setPreferences> {
  return {
    kinds: kinds.map(({ kind, channels }) => ({ kind, channels })),
    quiet_hours: quiet ? { from, to } : null,
  };
}
