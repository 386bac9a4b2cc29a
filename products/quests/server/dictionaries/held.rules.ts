/** Tells whether a deletion failed because something still refers to the row. */
export function isEntryHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}
