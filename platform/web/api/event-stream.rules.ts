/** One server-sent event with its data already read as JSON (or the text itself when it is none). */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id: string | undefined;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * Reads a `text/event-stream` however it is cut: lines may end in LF, CR or CRLF, also when a chunk ends
 * between the two; `data` may span lines; comments are skipped; an event without its blank line is not delivered.
 */
export function createEventReader(onEvent: (event: StreamEvent) => void): (chunk: string) => void {
  let line = '';
  let afterReturn = false;
  let event = '';
  let id: string | undefined;
  let data: string[] = [];

  const dispatch = (): void => {
    if (data.length > 0)
      onEvent({ event: event === '' ? 'message' : event, data: parsed(data.join('\n')), id });
    event = '';
    data = [];
  };

  const field = (name: string, value: string): void => {
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) id = value;
  };

  const endLine = (): void => {
    const text = line;
    line = '';
    if (text === '') {
      dispatch();
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    if (colon < 0) field(text, '');
    else field(text.slice(0, colon), text.slice(colon + 1).replace(/^ /, ''));
  };

  return (chunk) => {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const char = chunk[index];
      if (char !== '\n' && char !== '\r') {
        afterReturn = false;
        continue;
      }
      const secondHalf = char === '\n' && afterReturn && index === start && line === '';
      if (!secondHalf) {
        line += chunk.slice(start, index);
        endLine();
      }
      afterReturn = char === '\r';
      start = index + 1;
    }
    line += chunk.slice(start);
  };
}
