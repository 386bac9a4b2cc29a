import type { Position } from '#base/geometry';
import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';

/** One reading of a device's position. */
export interface Fix extends Position {
  /** Radius in metres in which the device says it is. */
  readonly accuracy: number;
  /** When the reading was taken, by the device's clock. */
  readonly at: Date;
  /** The device says the position is simulated (Android only, self-reported). */
  readonly mock?: boolean;
}

export type CheckInResult = 'passed' | 'too_far' | 'poor_accuracy' | 'stale' | 'suspicious';

export interface CheckInRule {
  readonly at: Position;
  /** Metres, 15..500; 30 when the author said nothing. */
  readonly radius: number;
  /** The part of the accuracy that is forgiven, metres; 30 unless said otherwise. */
  readonly accuracyCap?: number;
  /** Needs two readings ≥ 5 s apart that both pass. */
  readonly strict?: boolean;
  /** Metres per second above which the way from the last check-in is implausible (by the quest's vehicle). */
  readonly plausibleSpeed?: number;
}

export interface CheckInVerdict {
  readonly result: CheckInResult;
  /** Metres, of the best reading. */
  readonly distance: number;
  readonly accuracy: number;
  /** 0 (nothing strange) .. 1; `suspicious` begins at 0.7. */
  readonly spoofScore: number;
  /** Codes of what was strange. */
  readonly reasons: readonly string[];
}

export interface CheckInHistory {
  /** Check-ins of this session before, oldest first. */
  readonly previous: readonly { readonly fix: Fix; readonly receivedAt: Date; readonly distance: number }[];
  /** When this one reached the server. */
  readonly receivedAt: Date;
  /** Replayed from the outbox of a device without network: age is judged by the device's order, not by the clock. */
  readonly offline?: boolean;
}

export type Shape =
  | { readonly kind: 'circle'; readonly centre: Position; readonly radius: number }
  | { readonly kind: 'polygon'; readonly ring: readonly Position[] }
  | { readonly kind: 'corridor'; readonly line: readonly Position[]; readonly width: number };

export interface FenceCrossing {
  readonly fenceId: string;
  readonly kind: 'enter' | 'exit';
  readonly at: Date;
}

export interface Place extends Position {
  readonly id: string;
}

/** Places, check-ins, fences and tracks. Positions of persons are personal data: tracks are purged. */
export interface Geo {
  /** Readings (newest last, at most the last ten minutes count) against a place. Pure: same input, same verdict. */
  checkIn(rule: CheckInRule, fixes: readonly Fix[], history: CheckInHistory): CheckInVerdict;
  contains(shape: Shape, position: Position, accuracy?: number): boolean;
  /** Puts a place of a collection (`quests.start`) into the index. */
  put(tx: Tx, collection: string, place: Place): Promise<void>;
  remove(tx: Tx, collection: string, ids: readonly string[]): Promise<void>;
  /** Exact order by distance in metres; `within` metres at most. */
  nearest(
    reader: Reader,
    query: {
      readonly collection: string;
      readonly at: Position;
      readonly limit: number;
      readonly within?: number;
    },
  ): Promise<readonly (Place & { readonly distance: number })[]>;
  /** Places inside a map's view. */
  inBox(
    reader: Reader,
    query: {
      readonly collection: string;
      readonly southWest: Position;
      readonly northEast: Position;
      readonly limit: number;
    },
  ): Promise<readonly Place[]>;
  /**
   * Appends readings of a subject (a session, a visit) in any order, drops implausible ones, and answers what fences
   * were crossed since (with hysteresis, also between two readings).
   */
  track(
    tx: Tx,
    readings: {
      readonly subject: string;
      readonly ownerId: string;
      readonly fixes: readonly Fix[];
      readonly fences?: readonly { readonly id: string; readonly shape: Shape }[];
    },
  ): Promise<{ readonly kept: number; readonly crossings: readonly FenceCrossing[] }>;
  trackOf(reader: Reader, subject: string, limit: number): Promise<readonly Fix[]>;
  /** Forgets a track at once; others go by the retention of the configuration. */
  forgetTrack(tx: Tx, subject: string): Promise<void>;
}

/** Declare it in `uses`: `{ geo: geoRef }`. */
export const geoRef: Ref<Geo> = defineRef<Geo>('geo');
