/** A memory on an upper level that was made, directly or not, of what goes. */
export interface Ancestor {
  readonly id: string;
  readonly level: number;
}

/** From a derived memory to one of its direct sources. */
export interface Derivation {
  readonly from: string;
  readonly to: string;
  /** Whether the source is live at this moment. */
  readonly live: boolean;
}

export interface Ripple {
  /** Made of nothing else: goes too. */
  readonly removed: readonly string[];
  /** Has other live sources: is made anew from them; lower levels first. */
  readonly renewed: readonly string[];
}

/** Decides what becomes of derived memories when some memories go. */
export function rippleOf(
  going: readonly string[],
  ancestors: readonly Ancestor[],
  derivations: readonly Derivation[],
): Ripple {
  const gone = new Set(going);
  const sources = new Map<string, Derivation[]>();
  for (const derivation of derivations) {
    sources.set(derivation.from, [...(sources.get(derivation.from) ?? []), derivation]);
  }
  const removed: string[] = [];
  const renewed: string[] = [];
  const upwards = [...ancestors].sort((a, b) => a.level - b.level);
  for (const { id } of upwards) {
    const left = (sources.get(id) ?? []).some(({ to, live }) => live && !gone.has(to));
    if (left) renewed.push(id);
    else {
      gone.add(id);
      removed.push(id);
    }
  }
  return { removed, renewed };
}
