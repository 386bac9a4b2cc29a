import { hash, verify } from '@node-rs/argon2';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { Refusal } from '#base/refusal';

/** 19 MiB, two passes, one lane; the library's variant is Argon2id unless told otherwise. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** With no stored hash it does the same work and answers false. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

export interface HasherLimits {
  /** Hashes computed at once. */
  readonly atOnce: number;
  /** More may wait; the rest is refused. */
  readonly waiting: number;
}

/** Hashes passwords, a few at a time: each takes 19 MiB and tens of milliseconds of a core. */
export function createPasswordHasher(limits: HasherLimits = { atOnce: 2, waiting: 64 }): PasswordHasher {
  const gate = bulkhead(limits.atOnce, limits.waiting);
  let decoy: Promise<string> | undefined;

  async function gated<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await gate.execute(work);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new Refusal(
        'unavailable',
        'identity.busy',
        'Too many sign-ins at this moment. Try again shortly.',
        {
          retryAfterSeconds: 2,
        },
      );
    }
  }

  // NFKC: the same password typed on another keyboard may arrive in another form.
  const bytes = (password: string) => password.normalize('NFKC');

  return {
    hash: (password) => gated(() => hash(bytes(password), parameters)),
    async verify(stored, password) {
      decoy ??= hash('nobody has this password', parameters);
      const against = stored ?? (await decoy);
      const matches = await gated(() => verify(against, bytes(password)));
      return stored !== null && matches;
    },
  };
}
