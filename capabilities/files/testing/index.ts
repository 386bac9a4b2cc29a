export { type ClamdBehaviour, type ClamdDouble, startClamdDouble, testVirus } from './clamd-double.ts';
export { picture } from './picture.ts';
export { type PurgeDouble, startPurgeDouble } from './purge-double.ts';
export { published, type UploadOptions, upload } from './uploading.ts';
