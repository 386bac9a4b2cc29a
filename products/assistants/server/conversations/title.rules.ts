const titleLength = 60;

/** The first words of a question as the title of its conversation; pasted code is left out where there are words. */
export function titleOf(message: string): string {
  const words = message.replaceAll(/```[\s\S]*?(?:```|$)/g, ' ').trim();
  const line = (words === '' ? message : words)
    .trim()
    .replaceAll(/[`#*_]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line === '') return '…';
  if (line.length <= titleLength) return line.toWellFormed();
  const cut = line.slice(0, titleLength + 1);
  const border = cut.lastIndexOf(' ');
  return `${cut.slice(0, border > titleLength / 2 ? border : titleLength).trimEnd()}…`.toWellFormed();
}

/** A title a model proposed, as it may stand in a list; undefined when it is no title. */
export function cleanTitle(proposed: string): string | undefined {
  const line = proposed
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^["'«»“”*#\s]+|["'«»“”*.\s]+$/g, '')
    .replaceAll('\0', '')
    .toWellFormed();
  return line === '' || line.length > 120 ? undefined : line;
}
