/** ASCII85 as PDF writes it; signs outside the alphabet are skipped, the end is `~>`. */
export function ascii85(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 4);
  let size = 0;
  let value = 0;
  let count = 0;
  const put = (digits: number): void => {
    for (let index = 0; index < digits; index++) out[size++] = Math.floor(value / 256 ** (3 - index)) % 256;
    value = 0;
    count = 0;
  };
  for (const byte of bytes) {
    if (byte === 126) break;
    if (byte === 122 && count === 0) put(4);
    else if (byte >= 33 && byte <= 117) {
      value = value * 85 + (byte - 33);
      count += 1;
      if (count === 5) put(4);
    }
  }
  if (count > 1) {
    const digits = count - 1;
    for (; count < 5; count++) value = value * 85 + 84;
    put(digits);
  }
  return out.subarray(0, size);
}

/** Pairs of hexadecimal digits up to `>`. */
export function asciiHex(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array((bytes.length >> 1) + 1);
  let size = 0;
  let high = -1;
  for (const byte of bytes) {
    if (byte === 62) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    if (high < 0) high = digit;
    else {
      out[size++] = high * 16 + digit;
      high = -1;
    }
  }
  if (high >= 0) out[size++] = high * 16;
  return out.subarray(0, size);
}
