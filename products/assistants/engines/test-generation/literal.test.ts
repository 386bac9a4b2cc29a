import { describe, expect, it } from 'vitest';
import { stringLiteral } from './literal.ts';

describe('a string literal', () => {
  it.each([
    ['да', '"да"'],
    ['"да"', '"""да"""'],
    ['а\nб', '"а" + Символы.ПС + "б"'],
    ['а\r\nб\rв', '"а" + Символы.ВК + "" + Символы.ПС + "б" + Символы.ВК + "в"'],
    ['', '""'],
  ])('of %j', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });
});
