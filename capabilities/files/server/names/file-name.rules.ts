const longest = 120;

/** Control, format (bidi overrides, zero width), private and unassigned characters, and separators of lines. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;
const reserved = /[<>:"|?*\\/]/g;

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};

/** The usual ending of a media type; `bin` for one we do not know. */
export function extensionOf(mediaType: string): string {
  return extensions[mediaType] ?? 'bin';
}

/** The name without path, ending and anything invisible; may be empty. */
export function stemOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(invisible, '').replace(reserved, '_').trim();
  const dot = clean.lastIndexOf('.');
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  // Leading dots hide a file, trailing ones vanish on Windows.
  const bare = stem.replace(/^[.\s]+|[.\s]+$/g, '');
  return [...bare].slice(0, longest).join('').trim();
}

/**
 * The name a file is shown and saved under: the last part of what was sent, without anything that hides, reverses or
 * climbs, ending in what the file really is.
 */
export function fileName(sent: string, mediaType: string): string {
  const stem = stemOf(sent);
  return `${stem === '' ? 'file' : stem}.${extensionOf(mediaType)}`;
}

/** What the public address ends in: the kind of file, never words of a person. */
export function urlName(mediaType: string, width: number | null): string {
  const [kind = 'file'] = mediaType.split('/');
  const noun = ['image', 'audio', 'video'].includes(kind) ? kind : 'document';
  return `${noun}${width === null ? '' : `-${width}`}.${extensionOf(mediaType)}`;
}
