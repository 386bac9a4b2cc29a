import { Type } from 'typebox';

/** Where the fiscal receipt goes; the law wants it sent, so it is asked for. */
export const ReceiptEmail = Type.String({
  maxLength: 254,
  pattern: '^[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]{2,}$',
});
