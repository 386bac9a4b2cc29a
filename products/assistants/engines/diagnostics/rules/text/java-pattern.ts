const space = ' \\t\\n\\x0B\\f\\r';

/**
 * A pattern written for the regular expressions of Java, as the parameters of the reference analyser are: blanks are
 * ASCII only, `*+` takes all it can. Throws SyntaxError for a broken pattern.
 */
export function javaPattern(source: string, flags: string): RegExp {
  const inside = source.replace(
    /\[(?:\\.|[^\]\\])*\]|\\Q([\s\S]*?)(?:\\E|$)|\\([\s\S])|([*+?}])\+|\(\?[a-z]+\)/gu,
    (
      piece: string,
      literal: string | undefined,
      escaped: string | undefined,
      repeated: string | undefined,
    ) => {
      if (literal !== undefined) return escapePattern(literal);
      if (piece.startsWith('[')) return piece.replaceAll('\\s', space);
      if (escaped === 's') return `[${space}]`;
      if (escaped === 'S') return `[^${space}]`;
      if (escaped === 'h') return '[ \\t\\xA0]';
      return repeated ?? (escaped === undefined ? '' : piece);
    },
  );
  return new RegExp(inside, flags);
}

/** The text as a pattern that matches only it. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** A pattern where only Latin letters match without regard to case, and blanks of the pattern itself mean nothing. */
export function looseLatinPattern(source: string, flags: string): RegExp {
  const inside = source.replace(
    /\[((?:\\.|[^\]\\])*)\]|(\\[\s\S])|([A-Za-z])|[ \t\n\f\r]+/gu,
    (_all: string, members: string | undefined, escaped: string | undefined, letter: string | undefined) => {
      if (members !== undefined) return `[${members}${members.replace(/\\.|[A-Za-z]/gu, swapCase)}]`;
      if (letter !== undefined) return `[${letter}${swapCase(letter)}]`;
      return escaped ?? '';
    },
  );
  return javaPattern(inside, flags);
}

function swapCase(letter: string): string {
  if (letter.startsWith('\\')) return letter;
  const upper = letter.toUpperCase();
  return letter === upper ? letter.toLowerCase() : upper;
}

/** The parts of a list between separators; empty ones at the end are left out, an empty list is one empty part. */
export function listOf(text: string, separator: string): readonly string[] {
  const parts = text.split(separator);
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}
