export interface Spoken {
  readonly text: string;
  readonly call?: { readonly id: string; readonly name: string; readonly input: unknown };
  readonly reason: 'stop' | 'length' | 'tool_calls' | 'content_filter';
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How one provider writes things on the wire. */
export interface Dialect {
  /** One streamed piece of text. */
  piece(text: string): unknown;
  /** Streamed parts after the text, the reason for ending included. */
  ending(spoken: Spoken): readonly unknown[];
  /** The whole answer at once. */
  whole(spoken: Spoken): unknown;
  /** The body of a failure. */
  failure(status: number, code: string): unknown;
  /** The last line of a stream, when there is a special one. */
  readonly end: string;
}

export const openAiDialect: Dialect = {
  piece: (content) => chunk({ delta: { role: 'assistant', content }, finish_reason: null }),
  ending: (spoken) => [
    ...(spoken.call === undefined
      ? []
      : [chunk({ delta: { tool_calls: [{ index: 0, ...callOf(spoken.call) }] }, finish_reason: null })]),
    chunk({ delta: {}, finish_reason: spoken.reason }),
    {
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      model: 'double',
      choices: [],
      usage: usageOf(spoken),
    },
  ],
  whole: (spoken) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'double',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: spoken.text,
          ...(spoken.call === undefined ? {} : { tool_calls: [callOf(spoken.call)] }),
        },
        finish_reason: spoken.reason,
      },
    ],
    usage: usageOf(spoken),
  }),
  failure: (status, code) => ({ error: { message: `Scripted failure ${status}.`, type: code, code } }),
  end: 'data: [DONE]\n\n',
};

function chunk(choice: object): unknown {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    model: 'double',
    choices: [{ index: 0, ...choice }],
  };
}

function callOf({ id, name, input }: NonNullable<Spoken['call']>) {
  return { id, type: 'function', function: { name, arguments: JSON.stringify(input) } };
}

function usageOf({ inputTokens, outputTokens }: Spoken) {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

const geminiReasons = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  tool_calls: 'STOP',
  content_filter: 'SAFETY',
} as const;

export const geminiDialect: Dialect = {
  piece: (text) => ({ candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] } }] }),
  ending: (spoken) => [geminiWhole(spoken, '')],
  whole: (spoken) => geminiWhole(spoken, spoken.text),
  failure: (status, code) => ({
    error: { code: status, message: `Scripted failure ${status}.`, status: code },
  }),
  end: '',
};

function geminiWhole(spoken: Spoken, text: string): unknown {
  const parts = [
    ...(text === '' ? [] : [{ text }]),
    ...(spoken.call === undefined
      ? []
      : [{ functionCall: { name: spoken.call.name, args: spoken.call.input } }]),
  ];
  return {
    candidates: [{ index: 0, content: { role: 'model', parts }, finishReason: geminiReasons[spoken.reason] }],
    usageMetadata: {
      promptTokenCount: spoken.inputTokens,
      candidatesTokenCount: spoken.outputTokens,
      totalTokenCount: spoken.inputTokens + spoken.outputTokens,
    },
  };
}
