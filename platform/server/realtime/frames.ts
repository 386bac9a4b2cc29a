const textFrame = 0x81;
const lengthIn16Bits = 126;
const lengthIn64Bits = 127;

function headerOf(length: number): Buffer {
  if (length < lengthIn16Bits) return Buffer.from([textFrame, length]);
  if (length <= 0xffff) return Buffer.from([textFrame, lengthIn16Bits, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = textFrame;
  header[1] = lengthIn64Bits;
  header.writeUIntBE(length, 4, 6);
  return header;
}

/**
 * Texts as a server puts them on the wire (RFC 6455 §5.2): unmasked, unfragmented, uncompressed, one after the
 * other. Framed once, the bytes serve any number of sockets.
 */
export function frameTexts(texts: readonly (string | Buffer)[]): Buffer {
  const parts = texts.flatMap((text) => {
    const payload = typeof text === 'string' ? Buffer.from(text) : text;
    return [headerOf(payload.length), payload];
  });
  return Buffer.concat(parts);
}
