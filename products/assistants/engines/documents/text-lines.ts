import type { DocumentLimits } from './limits.ts';
import { RefusedFile } from './refusal.ts';

/** Lines without their ends; refuses a line that is too long to be written by a person. */
export function textLines(text: string, limits: DocumentLimits): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const long = lines.findIndex((line) => line.length > limits.lineLength);
  if (long >= 0) throw new RefusedFile('line_too_long', `${lines[long]?.length ?? 0} (${long + 1})`);
  return lines;
}
