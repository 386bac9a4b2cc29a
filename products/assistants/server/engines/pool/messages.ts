import type { RefusalDetails, RefusalKind } from '#base/refusal';

/** One piece of work for a thread. */
export interface WorkMessage {
  readonly name: string;
  readonly input: unknown;
}

/** What a thread says: events while it works, then one of the others. */
export type ThreadMessage =
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | {
      readonly kind: 'refused';
      readonly refusal: {
        readonly kind: RefusalKind;
        readonly code: string;
        readonly message: string;
        readonly details: RefusalDetails;
      };
    }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string | undefined };
