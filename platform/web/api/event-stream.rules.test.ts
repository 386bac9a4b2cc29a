import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventReader, type StreamEvent } from './event-stream.rules.ts';

function readAll(chunks: readonly string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const read = createEventReader((event) => events.push(event));
  for (const chunk of chunks) read(chunk);
  return events;
}

describe('reading server-sent events', () => {
  it('reads names, ids, several data lines, comments and fields without a value', () => {
    const text =
      ': hello\nid: 7\nevent: text\ndata: {"a":\ndata: 1}\n\ndata\n\nevent: only-a-name\n\ndata:no space\n\n';
    expect(readAll([text])).toEqual([
      { event: 'text', data: { a: 1 }, id: '7' },
      { event: 'message', data: '', id: '7' },
      { event: 'message', data: 'no space', id: '7' },
    ]);
  });

  it('keeps back an event whose blank line never came', () => {
    expect(readAll(['data: 1\n\ndata: 2\n'])).toEqual([{ event: 'message', data: 1, id: undefined }]);
  });

  it('reads the same however the text is cut and whatever ends its lines', () => {
    const value = fc.record({ text: fc.string({ unit: 'grapheme' }), n: fc.integer() });
    const ending = fc.constantFrom('\n', '\r', '\r\n');
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), ending, cuts, (values, end, places) => {
        const whole = values
          .map((data) => `event: text${end}data: ${JSON.stringify(data)}${end}${end}`)
          .join('');
        const borders = [...new Set(places.map((place) => place % whole.length))].sort((a, b) => a - b);
        const chunks = [0, ...borders].map((from, index) =>
          whole.slice(from, borders[index] ?? whole.length),
        );
        expect(readAll(chunks).map((event) => event.data)).toEqual(values);
      }),
    );
  });
});
