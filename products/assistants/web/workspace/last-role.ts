const key = 'quintet.assistants.role';
const first = 'developer';

/** The assistant talked to last in this browser. */
export function lastRole(): string {
  try {
    const kept = localStorage.getItem(key);
    return kept !== null && /^[a-z][a-z0-9-]{1,39}$/.test(kept) ? kept : first;
  } catch {
    return first;
  }
}

export function keepLastRole(role: string): void {
  try {
    localStorage.setItem(key, role);
  } catch {
    // Private windows may refuse; the next visit then begins with the first one.
  }
}
