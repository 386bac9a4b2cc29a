/** How an attempt to reach one target ended. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** The target does not exist any more. */
  | { readonly kind: 'gone' }
  /** Nobody is there to send to. */
  | { readonly kind: 'unreachable'; readonly reason: 'no_device' | 'no_messenger' }
  /** Trying again is useless. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds: number | null };
