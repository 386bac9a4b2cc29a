/** What the inbox channel says. */
export type InboxMessage =
  | { readonly event: 'arrived'; readonly id: string }
  | { readonly event: 'read' | 'read_all' | 'deleted' };

/** Reads a message of the channel; undefined for what this version does not know. */
export function inboxMessageOf(message: Readonly<Record<string, unknown>>): InboxMessage | undefined {
  const { event, id } = message;
  if (event === 'arrived') return typeof id === 'string' ? { event, id } : undefined;
  return event === 'read' || event === 'read_all' || event === 'deleted' ? { event } : undefined;
}
