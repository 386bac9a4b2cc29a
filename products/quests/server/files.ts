import type { FilePurpose } from '#capabilities/files/server';
import type { Permission } from '#platform/contract';
import type { Caller } from '#platform/server/http';

const images = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic'];
const sounds = ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav'];
const mebibyte = 1_048_576;

const everybody = (): boolean => true;
const nobody = (): boolean => false;
const whoMay =
  (...permissions: readonly Permission[]) =>
  (caller: Caller): boolean =>
    permissions.some((permission) => caller.permissions.has(permission));

const picture = { accept: images, maxSize: 15 * mebibyte, visibility: 'public' } as const;
const authors = whoMay('write_quests', 'can_edit_quests');

/** What people upload for quests, and what the server itself makes for them. */
export const questFilePurposes = (
  isOnPhoto: (fileId: string, userId: string) => Promise<boolean>,
): readonly FilePurpose[] => [
  { ...picture, purpose: 'quests.cover', widths: [320, 640, 1_280], mayUpload: authors },
  { ...picture, purpose: 'quests.block_image', widths: [480, 960, 1_600], mayUpload: authors },
  {
    purpose: 'quests.block_audio',
    accept: sounds,
    maxSize: 30 * mebibyte,
    visibility: 'public',
    mayUpload: authors,
  },
  {
    ...picture,
    purpose: 'quests.avatar',
    maxSize: 5 * mebibyte,
    widths: [64, 128, 256],
    mayUpload: everybody,
  },
  { ...picture, purpose: 'quests.review_photo', widths: [320, 960], mayUpload: everybody },
  {
    ...picture,
    purpose: 'quests.task_photo',
    visibility: 'private',
    widths: [320, 960],
    mayUpload: everybody,
    // The owner reads it anyway; besides them who played along, and those who decide about it.
    mayRead: async (caller, fileId) =>
      whoMay('moderate_content', 'manage_play')(caller) || isOnPhoto(fileId, caller.userId),
  },
  { ...picture, purpose: 'quests.merch', widths: [320, 640, 1_280], mayUpload: whoMay('manage_shop') },
  // Made by the server when somebody finishes.
  { ...picture, purpose: 'quests.card', widths: [640], mayUpload: nobody },
];
