export { FileReply, FileStatus, FileVariant, PublishedFile } from './file.ts';
export { deleteFile, readContent, readFile, readPrivate } from './files.ts';
export { largestChecked, largestUpload } from './limits.ts';
export { completeUpload, contentRefusals, putContent, startUpload, UploadTicket } from './uploads.ts';
