const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const mostEntries = 2_000;
const mostUnpacked = 300 * 1_048_576;
const mostRatio = 200;

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

/**
 * Whether an archive's own directory promises something harmless: few entries, none encrypted, none climbing, and not
 * much larger unpacked than packed. ZIP64 is refused: nothing that may be uploaded needs it.
 */
export function isSoundArchive(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 22) return false;
  const end = findEnd(view);
  if (end === undefined) return false;
  const entries = view.getUint16(end + 10, true);
  if (entries === 0 || entries > mostEntries) return false;
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entrySignature) return false;
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isEncrypted || name.startsWith('/') || name.split(/[\\/]/).includes('..')) return false;
    unpacked += view.getUint32(at + 24, true);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return unpacked <= mostUnpacked && unpacked <= bytes.byteLength * mostRatio;
}
