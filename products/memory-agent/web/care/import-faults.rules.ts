import type { FieldProblem } from '#platform/web';

export interface LineFault {
  /** From 1, as editors count; null when the fault concerns no single line. */
  readonly line: number | null;
  readonly field: string;
  readonly message: string;
}

/** Reads the server's pointers (`/lines/12/content`, counted as the server counts) into lines to look at. */
export function lineFaults(fields: readonly FieldProblem[]): readonly LineFault[] {
  return fields.map(({ pointer, message }) => {
    const parts = pointer.split('/').filter((part) => part !== '' && part !== 'body');
    const number = parts[0] === 'lines' ? Number(parts[1]) : Number.NaN;
    return {
      line: Number.isInteger(number) ? number : null,
      field: (parts[0] === 'lines' ? parts.slice(2) : parts).join('/'),
      message,
    };
  });
}
