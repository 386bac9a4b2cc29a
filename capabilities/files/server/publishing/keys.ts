/** Where the bytes of an upload wait for their check. Each claim has its own place: none overwrites another's. */
export function quarantineKey(fileId: string, claim: string): string {
  return `files/quarantine/${fileId}/${claim}`;
}

/** Where a presigned upload of a file goes. */
export const directClaim = 'direct';

export function quarantinePrefix(fileId: string): string {
  return `files/quarantine/${fileId}/`;
}

export function publishedPrefix(fileId: string): string {
  return `files/published/${fileId}/`;
}
