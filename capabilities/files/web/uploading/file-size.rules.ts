const kibibyte = 1_024;

/** Bytes as people say them, in the language: `5 MB`, `300 kB`. */
export function fileSize(bytes: number, language: string): string {
  const isLarge = bytes >= kibibyte * kibibyte;
  const value = isLarge ? bytes / kibibyte / kibibyte : Math.max(1, bytes / kibibyte);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
