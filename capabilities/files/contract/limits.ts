/** Bytes no upload may exceed, whatever its purpose allows. */
export const largestUpload = 100 * 1_048_576;

/** Up to this many bytes a file is checked while the uploader waits; larger ones are checked by a job. */
export const largestChecked = 10 * 1_048_576;
