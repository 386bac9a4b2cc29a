import { Refusal } from '#base/refusal';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { NotificationChannel } from '../index.ts';
import type { Kinds } from '../kinds.ts';
import type { QuietHours } from '../quiet/quiet-hours.rules.ts';
import type { Language } from '../texts/render.rules.ts';
import { channels, deviations, isOn } from './choices.rules.ts';
import { choicesOf, quietHoursOf, replaceChoices, setQuietHours } from './preference.store.ts';

export type ChannelChoice = Readonly<Record<NotificationChannel, boolean>>;

export interface PersonPreferences {
  readonly kinds: readonly {
    readonly kind: string;
    readonly label: string;
    readonly urgent: boolean;
    readonly channels: ChannelChoice;
  }[];
  readonly available: readonly NotificationChannel[];
  readonly quietHours: QuietHours | null;
  readonly timeZone: string;
}

export interface WantedPreferences {
  readonly kinds: readonly { readonly kind: string; readonly channels: ChannelChoice }[];
  readonly quietHours: QuietHours | null;
}

export interface Preferences {
  of(userId: string, language: Language): Promise<PersonPreferences>;
  /** @throws Refusal `invalid` `notifications.unknown_kind`, `.kind_named_twice`, `.empty_quiet_hours`. */
  set(userId: string, wanted: WantedPreferences): Promise<void>;
}

const invalid = (code: string, message: string, pointer: string) =>
  new Refusal('invalid', `notifications.${code}`, message, { errors: [{ pointer, message }] });

function checkWanted({ kinds: wanted, quietHours }: WantedPreferences, kinds: Kinds): void {
  const names = wanted.map(({ kind }) => kind);
  names.forEach((name, index) => {
    const pointer = `/body/kinds/${index}/kind`;
    if (kinds.find(name) === undefined)
      throw invalid('unknown_kind', 'There is no such kind of notification.', pointer);
    if (names.indexOf(name) !== index)
      throw invalid('kind_named_twice', 'Each kind of notification may be named once.', pointer);
  });
  if (quietHours !== null && quietHours.from === quietHours.to) {
    throw invalid(
      'empty_quiet_hours',
      'Quiet hours must begin and end at different times.',
      '/body/quiet_hours/to',
    );
  }
}

export function createPreferences(parts: {
  readonly database: Database;
  readonly identity: Identity;
  readonly kinds: Kinds;
  readonly available: () => readonly NotificationChannel[];
}): Preferences {
  const { database, identity, kinds, available } = parts;
  return {
    async of(userId, language) {
      const [choices, quietHours, person] = await Promise.all([
        choicesOf(database, userId),
        quietHoursOf(database, userId),
        identity.person(userId),
      ]);
      return {
        kinds: kinds.all().map((kind) => ({
          kind: kind.kind,
          label: kind.label[language],
          urgent: kind.urgent ?? false,
          channels: {
            in_app: isOn(kind, 'in_app', choices),
            email: isOn(kind, 'email', choices),
            push: isOn(kind, 'push', choices),
            telegram: isOn(kind, 'telegram', choices),
          },
        })),
        available: channels.filter((channel) => available().includes(channel)),
        quietHours,
        timeZone: person?.timeZone ?? 'UTC',
      };
    },
    async set(userId, wanted) {
      checkWanted(wanted, kinds);
      const choices = wanted.kinds.flatMap(({ kind: name, channels: chosen }) => {
        const kind = kinds.find(name);
        return kind === undefined ? [] : deviations(kind, chosen);
      });
      const loaded = kinds.all().map(({ kind }) => kind);
      await database.transaction(async (tx) => {
        await replaceChoices(tx, userId, loaded, choices);
        await setQuietHours(tx, userId, wanted.quietHours);
      });
    },
  };
}
