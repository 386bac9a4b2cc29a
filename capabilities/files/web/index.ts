import { defineWebModule } from '#platform/web';
import { filesTexts } from './texts.ts';

export { FileImage, type FileImageProps } from './file-image.tsx';
export { useFileRefusals } from './texts.ts';
export { FilePicker, type FilePickerProps } from './uploading/file-picker.tsx';
export type { Upload } from './uploading/upload-list.rules.ts';
export { type UploadHandle, type UploadOptions, useUpload } from './uploading/use-upload.ts';

/** Files have no screens of their own: this brings the texts of what others show. */
export const filesWeb = defineWebModule({
  name: 'files',
  title: { ru: 'Файлы', en: 'Files' },
  texts: [filesTexts],
  screens: [],
});
