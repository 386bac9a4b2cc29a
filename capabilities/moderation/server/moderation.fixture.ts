import { Refusal } from '#base/refusal';
import { type Files, type FileView, filesRef } from '#capabilities/files/server';
import type { Permission } from '#platform/contract';
import { authenticatorPoint, type Caller } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';
import type { Privacy } from '#platform/server/privacy';
import { type Moderation, type ModerationSubject, moderationRef, moderationSubjectsPoint } from './index.ts';

/** A person as a token: `id role,role permission,permission`. */
export function tokenOf(
  userId: string,
  permissions: readonly Permission[] = [],
  roles: readonly string[] = ['user'],
): string {
  return Buffer.from(JSON.stringify({ userId, permissions, roles })).toString('base64url');
}

/** Accounts that are what their token says. */
export const accountsModule = defineModule({
  name: 'accounts',
  create: () => undefined,
  fills: () => [
    fill(authenticatorPoint, {
      authenticate(credentials) {
        if (credentials.kind !== 'bearer')
          throw new Refusal('unauthenticated', 'test.no_token', 'Tests sign in with tokens.');
        const { userId, permissions, roles } = JSON.parse(
          Buffer.from(credentials.token, 'base64url').toString(),
        );
        const caller: Caller = {
          userId,
          sessionId: userId,
          apiKeyId: null,
          roles,
          permissions: new Set(permissions),
          scopes: null,
        };
        return Promise.resolve(caller);
      },
    }),
  ],
});

/** Published pictures by id, for filters to compare. */
export interface Album {
  readonly hashes: Map<string, string>;
  readonly bytes: Map<string, Uint8Array>;
}

const unused = () => Promise.reject(new Error('Moderation does not use this.'));

export function filesModule({ hashes, bytes }: Album) {
  const view = (id: string, perceptualHash: string): FileView => ({
    id,
    ownerId: id,
    purpose: 'sample.photo',
    name: 'photo.png',
    mediaType: 'image/png',
    size: 1,
    width: 1,
    height: 1,
    url: '/files/photo.png',
    variants: [],
    perceptualHash,
  });
  const files: Files = {
    files: (_reader, ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const hash = hashes.get(id);
            return hash === undefined ? [] : [[id, view(id, hash)] as const];
          }),
        ),
      ),
    read: (id) => Promise.resolve(bytes.get(id)),
    attach: unused,
    detach: unused,
    publish: unused,
    remove: unused,
  };
  return defineModule({ name: 'files', provides: filesRef, create: () => files });
}

/** What the sample product was told to do, and what it shows. */
export interface SampleProduct {
  readonly applied: { readonly subjectId: string; readonly decision: string; readonly moderatorId: string }[];
  readonly texts: Map<string, string>;
  readonly images: Map<string, readonly string[]>;
  /** Subjects whose decision the product refuses. */
  readonly stubborn: Set<string>;
  moderation?: Moderation;
  privacy?: Privacy;
}

/** A product with photos (for `moderate_content`) and reviews (for `moderate_reviews`). */
export function sampleModule(product: SampleProduct) {
  const subject = (kind: string, permission: Permission, slaHours: number): ModerationSubject => ({
    kind,
    label: { ru: `Образец ${kind}`, en: `Sample ${kind}` },
    permission,
    slaHours,
    preview: (_reader, ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const text = product.texts.get(id);
            if (text === undefined) return [];
            return [
              [id, { title: `Title of ${id}`, text, imageFileIds: product.images.get(id) ?? [] }] as const,
            ];
          }),
        ),
      ),
    apply(_tx, { subjectId, decision, moderatorId }) {
      if (product.stubborn.has(subjectId))
        return Promise.reject(new Refusal('conflict', 'sample.stubborn', 'Not now.'));
      product.applied.push({ subjectId, decision, moderatorId });
      return Promise.resolve();
    },
  });
  const subjects = [
    subject('sample.photo', 'moderate_content', 4),
    subject('sample.review', 'moderate_reviews', 24),
  ];
  return defineModule({
    name: 'sample',
    uses: { moderation: moderationRef },
    create: ({ moderation, privacy }) => {
      product.moderation = moderation;
      product.privacy = privacy;
      return undefined;
    },
    fills: () => [fill(moderationSubjectsPoint, subjects)],
  });
}
