type Sharp = typeof import('sharp').default;

let loaded: Promise<Sharp> | undefined;

/** Only readers of these formats exist for uploads: whatever the bytes claim, no other code sees them. */
const readers = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`);

/** The image library, loaded with the first image: it weighs tens of megabytes. */
export function imageLibrary(): Promise<Sharp> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    // One thread an image: how many images at once is the bulkhead's to say.
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: readers });
    return sharp;
  });
  return loaded;
}
