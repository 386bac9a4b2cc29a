/** Allows `burst` messages at once and refills over `perMs`. Answers whether one more is allowed. */
export function createMessageLimit(burst: number, perMs: number): (nowMs: number) => boolean {
  let tokens = burst;
  let last: number | undefined;
  return (nowMs) => {
    const elapsed = Math.max(0, nowMs - (last ?? nowMs));
    tokens = Math.min(burst, tokens + (elapsed * burst) / perMs);
    last = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
