import { plainText } from './plain-text.ts';

// Everything but these is written as an entity code, so that no sign of the syntax can come from a label.
const risky = /[^\p{L}\p{M}\p{N} .,?!+/×()«»№—–…-]|(?<![\p{L}\p{N} ])-|-(?![\p{L}\p{N} ])/gu;
// Some lexers take this for an instruction wherever it stands in a line, quotes or not.
const instruction = /d(?=irection (?:tb|bt|lr|rl|td))/giu;
const listMark = /^(\d+)\./u;
/** Words and dates that lexers take for syntax at the start of an unquoted text. */
const leadingSyntax = /^[a-z\d(.,?!+/-]/iu;

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}

/** A label inside double quotes. */
export function mermaidText(raw: string): string {
  return plainText(raw).replace(risky, entity).replace(instruction, entity).replace(listMark, '$1#46;');
}

/** A label that stands without quotes up to the end of its line. */
export function mermaidLine(raw: string): string {
  return mermaidText(raw).replace(leadingSyntax, entity);
}

/** A title for the front matter, where entity codes are not decoded. */
export function mermaidTitle(raw: string): string {
  const text = plainText(raw).replace(/[^\p{L}\p{M}\p{N} .,:;!?()«»№—–…+=/-]/gu, ' ');
  return JSON.stringify(text.replace(/--+/gu, '–').trim());
}

/** A name that may stand where the syntax wants one word: letters, digits and underscores. */
export function mermaidWord(raw: string, fallback: string): string {
  const word = plainText(raw, '').replace(/[^A-Za-z0-9_\u0400-\u04FF]+/gu, '_');
  const trimmed = word.replace(/^_+|_+$/gu, '').slice(0, 80);
  if (trimmed === '') return fallback;
  return /^(?:\d|pk|fk|uk|end|title|direction|style|class|classdef|acc)/iu.test(trimmed)
    ? `_${trimmed}`
    : trimmed;
}
