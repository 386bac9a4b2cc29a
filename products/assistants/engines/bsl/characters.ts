const letterFlag = 1;
const digitFlag = 2;
const spaceFlag = 4;
const tableSize = 0x530;

/** Latin, Cyrillic and what lies between by a table; the rest of Unicode by its properties. */
const flags = new Uint8Array(tableSize);
for (let code = 0; code < tableSize; code += 1) {
  const character = String.fromCharCode(code);
  if (code === 0x5f || /\p{L}/u.test(character)) flags[code] = letterFlag;
  else if (code >= 0x30 && code <= 0x39) flags[code] = digitFlag;
  else if (/\s/.test(character)) flags[code] = spaceFlag;
}

export function isLetter(code: number): boolean {
  if (code < tableSize) return flags[code] === letterFlag;
  return /\p{L}/u.test(String.fromCharCode(code));
}

export function isDigit(code: number): boolean {
  return code < tableSize && flags[code] === digitFlag;
}

export function isWordPart(code: number): boolean {
  if (code < tableSize) return ((flags[code] ?? 0) & (letterFlag | digitFlag)) !== 0;
  return isLetter(code);
}

/** White space of any kind, line ends, the byte order mark and non-breaking spaces included. */
export function isSpace(code: number): boolean {
  if (code < tableSize) return flags[code] === spaceFlag;
  return (
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000
  );
}
