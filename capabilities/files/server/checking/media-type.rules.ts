/** Recorders put sound alone into the containers of films; the signature cannot tell. */
const soundOf: Readonly<Record<string, string>> = {
  'video/webm': 'audio/webm',
  'video/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/x-m4a',
};

/** A media type without parameters, in lower case. */
export function bareType(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Under which type the purpose takes a file of this signature; undefined when it does not. */
export function acceptedAs(accept: readonly string[], detected: string): string | undefined {
  const type = bareType(detected);
  if (accept.includes(type)) return type;
  const sound = soundOf[type];
  return sound !== undefined && accept.includes(sound) ? sound : undefined;
}

/** Whether a client's own word about the type is worth refusing at once; the signature decides later. */
export function isHopeless(accept: readonly string[], declared: string | undefined): boolean {
  if (declared === undefined) return false;
  const type = bareType(declared);
  if (type === '' || type === 'application/octet-stream') return false;
  if (acceptedAs(accept, type) !== undefined) return false;
  // Browsers have more than one word for these; the signature settles them.
  const [family] = type.split('/');
  return !(family === 'audio' || family === 'video') || !accept.some((one) => one.startsWith(`${family}/`));
}

export function isImage(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}
