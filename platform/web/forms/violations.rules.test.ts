import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { conforms, faultsOf, fieldOf, tidy } from './violations.rules.ts';

const schema = Type.Object(
  {
    email: Type.String({ pattern: '^[^@]+@[^@]+$' }),
    password: Type.String({ minLength: 10, maxLength: 12 }),
    age: Type.Optional(Type.Integer({ minimum: 18, maximum: 99 })),
    note: Type.Optional(Type.String({ minLength: 3 })),
    kind: Type.Optional(Type.Enum(['a', 'b'])),
    tags: Type.Optional(Type.Array(Type.String({ minLength: 2 }), { minItems: 2 })),
  },
  { additionalProperties: false },
);
const good = { email: 'a@b', password: '0123456789' };

describe('faults of a form', () => {
  it.each([
    [{ ...good, email: '' }, { email: { kind: 'required' } }],
    [{ password: good.password }, { email: { kind: 'required' } }],
    [{ ...good, email: 'x' }, { email: { kind: 'pattern' } }],
    [{ ...good, password: 'short' }, { password: { kind: 'too_short', count: 10 } }],
    [{ ...good, password: 'far too long for it' }, { password: { kind: 'too_long', count: 12 } }],
    [{ ...good, age: 3 }, { age: { kind: 'minimum', limit: 18 } }],
    [{ ...good, age: 300 }, { age: { kind: 'maximum', limit: 99 } }],
    [{ ...good, age: 20.5 }, { age: { kind: 'integer' } }],
    [{ ...good, note: 'x' }, { note: { kind: 'too_short', count: 3 } }],
    [{ ...good, kind: 'c' }, { kind: { kind: 'choice' } }],
    [{ ...good, tags: ['aa'] }, { tags: { kind: 'few_items', count: 2 } }],
    [{ ...good, tags: ['aa', 'b'] }, { tags: { kind: 'too_short', count: 2 } }],
    [good, {}],
  ])('%j', (values, faults) => {
    expect(faultsOf(schema, values)).toEqual(faults);
    expect(conforms(schema, values)).toBe(Object.keys(faults).length === 0);
  });

  it('leaves empty optional fields out, and keeps empty required ones to be complained about', () => {
    expect(tidy(schema, { email: '', password: 'p', note: '', age: undefined })).toEqual({
      email: '',
      password: 'p',
    });
  });

  it.each([
    ['/body/email', 'email'],
    ['/email', 'email'],
    ['/body/tags/0', 'tags'],
    ['/body', undefined],
    ['', undefined],
  ])('pointer %j names the field %j', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field);
  });
});
