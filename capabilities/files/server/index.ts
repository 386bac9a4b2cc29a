import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import { defineExtensionPoint } from '#platform/server/modules';
import type { PublishedFile } from '../contract/index.ts';

/**
 * What files of a purpose may be. Images are always re-encoded (oriented, metadata stripped, WebP and AVIF
 * variants); SVG is never taken.
 */
export interface FilePurpose {
  /** `module.what`, for example `quests.cover`. */
  readonly purpose: string;
  /** Media types by real signature. */
  readonly accept: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
  /** `public`: anybody with the content-hashed URL. `private`: only whom `mayRead` lets in, through a short-lived URL. */
  readonly visibility: 'public' | 'private';
  /** Widths of image variants in pixels, beside the full size (bounded to 2,560 on the longer side). */
  readonly widths?: readonly number[];
  /** Who may upload for it. */
  mayUpload(caller: Caller): boolean;
  /** Who, besides the owner, may read a private file. */
  mayRead?(caller: Caller, fileId: string): Promise<boolean>;
}

export const filePurposesPoint = defineExtensionPoint<readonly FilePurpose[]>('files.purposes', 'many');

/** A published file. */
export interface FileView {
  readonly id: string;
  readonly ownerId: string;
  readonly purpose: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  /** Absolute or root-relative; immutable for public files, valid for minutes for private ones. */
  readonly url: string;
  /** Smaller versions of an image, narrowest first. */
  readonly variants: readonly { readonly width: number; readonly mediaType: string; readonly url: string }[];
  /** 64 bits as 16 hex digits for images; what moderation compares. */
  readonly perceptualHash: string | null;
}

/** Uploaded files: quarantine → check → publish. Uploads come through this module's own routes. */
export interface Files {
  /** Published files by id; unknown, unpublished and deleted ones are left out. */
  files(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, FileView>>;
  /**
   * Ties files to what they belong to, in the transaction: all must be published, of this purpose and of this owner.
   * Untied files are collected after a day. Refuses with `files.not_found`.
   */
  attach(
    tx: Tx,
    use: {
      readonly ownerId: string;
      readonly purpose: string;
      readonly subjectId: string;
      readonly fileIds: readonly string[];
    },
  ): Promise<void>;
  /** Unties what the subject no longer uses; files without a use are collected. */
  detach(
    tx: Tx,
    use: { readonly purpose: string; readonly subjectId: string; readonly fileIds: readonly string[] },
  ): Promise<void>;
  /** Checks and publishes bytes made by the server itself (share cards, exports, demonstration data). */
  publish(file: {
    readonly ownerId: string;
    readonly purpose: string;
    readonly name: string;
    readonly body: Uint8Array;
  }): Promise<FileView>;
  /** The bytes of a published file, for engines above. */
  read(fileId: string): Promise<Uint8Array | undefined>;
  /** Takes a file away for good, everywhere, the content network included. */
  remove(tx: Tx, fileId: string): Promise<void>;
}

/** Declare it in `uses`: `{ files: filesRef }`. */
export const filesRef: Ref<Files> = defineRef<Files>('files');

/** A file in wire names, for replies of any module: the schema `PublishedFile` of this capability's contract. */
export function presentFile(view: FileView): PublishedFile {
  return {
    id: view.id,
    name: view.name,
    media_type: view.mediaType,
    size: view.size,
    width: view.width,
    height: view.height,
    url: view.url,
    variants: view.variants.map(({ width, mediaType, url }) => ({ width, media_type: mediaType, url })),
  };
}
