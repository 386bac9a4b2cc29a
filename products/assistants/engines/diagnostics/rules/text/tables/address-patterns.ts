const hex = '[0-9a-fA-F]{1,4}';
const octet = '(?:25[0-5]|(?:2[0-4]|1?[0-9])?[0-9])';
const dotted = `(?:${octet}\\.){3}${octet}`;

/** An address of version 6 or 4; of the forms that fit at a place, the first. */
export const networkAddress = new RegExp(
  [
    `(?:${hex}:){7}${hex}`,
    `(?:${hex}:){1,7}:`,
    `(?:${hex}:){1,6}:${hex}`,
    ...[5, 4, 3, 2].map((groups) => `(?:${hex}:){1,${groups}}(?::${hex}){1,${7 - groups}}`),
    `${hex}:(?::${hex}){1,6}`,
    `(?<![g-zа-яё]):(?:(?::${hex}){1,7}|[ \\t\\n\\v\\f\\r]:)`,
    'fe80:(?::[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]+',
    `::(?:ffff(?::0{1,4})?:)?${dotted}`,
    `(?:${hex}:){1,4}:${dotted}`,
    dotted,
  ].join('|'),
  'iu',
);

export const webAddress = /^(?:ftp|https?):\/\/[^ "]./iu;

const nameSign = '[^\\x00-\\x1f<>:"/\\\\|?*]';
const separator = '(?:\\\\|\\/\\/|\\/)';

/** A path from a drive, a share, the home folder, an environment variable or the root; a root alone needs no more. */
export const absolutePath = new RegExp(
  [
    '^\\/',
    `^%.*%(?=${separator})`,
    `^~(?=${separator})`,
    '(?:' +
      [
        `^[a-z]:(?=\\\\|\\/\\/(?!${nameSign.replace('[^', '[')})|\\/(?!${nameSign.replace('[^', '[')})|$)`,
        `^\\\\(?=[\\\\/]${nameSign}+)`,
      ].join('|') +
      `)(?:(?:\\\\|\\/\\/|\\/)${nameSign}+|(?:\\\\|\\/|\\/\\/)$)*$`,
  ].join('|'),
  'iu',
);
