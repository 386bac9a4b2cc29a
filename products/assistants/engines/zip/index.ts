/** Zip archives from outside, read under limits. Pure; sizes are bytes. */
export { openZip, type ZipArchive, type ZipLimits } from './archive.ts';
export { boundedInflate, inflatedHead } from './bounded-inflate.ts';
export type { ZipEntry } from './directory.ts';
export { ZipFault, type ZipFaultCode } from './fault.ts';
