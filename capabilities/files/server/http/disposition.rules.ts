const shown = /^(?:image\/(?:jpeg|png|webp|avif|gif)|audio\/|video\/|application\/pdf$)/;

/** `Content-Disposition` (RFC 6266): shown are only images, sound, films and PDF; everything else is saved. */
export function dispositionOf(mediaType: string, name: string): string {
  const kind = shown.test(mediaType) ? 'inline' : 'attachment';
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Whether the client has this content already (RFC 9110 §13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
}
