/** What both sides take for the same answer: case, ё/е, punctuation around words and repeated blanks make no difference. */
export function normaliseAnswer(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}*]+/gu, ' ')
    .trim();
}
