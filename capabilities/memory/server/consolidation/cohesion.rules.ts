/** Turns on each side of a gap that are compared. */
export const COHESION_WINDOW = 4;
/** How deep the valley between two stretches of talk must be to part them. */
const DEPTH = 0.25;
/** How far the peaks beside a valley are looked for; keeps every decision local, so later turns change no earlier one. */
const REACH = 6;

function cosine(left: readonly (readonly string[])[], right: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  for (const terms of left) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const other = new Map<string, number>();
  for (const terms of right) for (const term of terms) other.set(term, (other.get(term) ?? 0) + 1);
  let dot = 0;
  let a = 0;
  let b = 0;
  for (const count of counts.values()) a += count * count;
  for (const [term, count] of other) {
    dot += count * (counts.get(term) ?? 0);
    b += count * count;
  }
  return a === 0 || b === 0 ? 0 : dot / Math.sqrt(a * b);
}

/** How alike the talk before and after each position is; position p lies before turn p. */
export function cohesionOf(turns: readonly (readonly string[])[]): number[] {
  return turns.map((_, at) =>
    at === 0
      ? 1
      : cosine(turns.slice(Math.max(0, at - COHESION_WINDOW), at), turns.slice(at, at + COHESION_WINDOW)),
  );
}

/** Whether the talk changes at a position: a local minimum of cohesion, well below the peaks around it. */
export function isValley(cohesion: readonly number[], at: number): boolean {
  const here = cohesion[at] ?? 1;
  if (here > (cohesion[at - 1] ?? 1) || here > (cohesion[at + 1] ?? 1)) return false;
  const left = Math.max(here, ...cohesion.slice(Math.max(1, at - REACH), at));
  const right = Math.max(here, ...cohesion.slice(at + 1, at + 1 + REACH));
  return left - here + (right - here) >= DEPTH;
}
