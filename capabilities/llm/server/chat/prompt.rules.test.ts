import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationScanner } from './citations.rules.ts';
import { fitRequest } from './fit.rules.ts';
import { assemblePrompt, fencePassages } from './prompt.rules.ts';
import type { ChatMessage, ChatRequest } from './request.ts';

const hostile = fc
  .array(
    fc.constantFrom(
      '<',
      '/',
      'passage',
      'PASSAGE',
      ' ',
      '\u200b',
      '>',
      '\n',
      '"',
      'number="1"',
      'p',
      'assage',
      '\0',
      '\ud800',
      'текст',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

describe('fences around passages', () => {
  it('cannot be opened or closed from inside, and never split a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.uuid(), text: hostile, title: hostile }), { maxLength: 4 }),
        (passages) => {
          const block = fencePassages(passages);
          const visible = block.replaceAll(/\p{Cf}/gu, '');
          expect(visible.match(/<\s*passage/gi) ?? []).toHaveLength(passages.length);
          expect(visible.match(/<\s*\/\s*passage/gi) ?? []).toHaveLength(passages.length);
          expect(block.isWellFormed()).toBe(true);
          expect(block).not.toContain('\0');
        },
      ),
    );
  });

  it('leaves other angle brackets alone', () => {
    expect(fencePassages([{ id: 'a', text: 'if (a < b) <b>bold</b>' }])).toContain('if (a < b) <b>bold</b>');
  });

  it('are absent without passages', () => {
    const messages: ChatMessage[] = [{ role: 'user', content: 'Hi' }];
    expect(assemblePrompt('Be brief.', messages, [])).toEqual({ instructions: 'Be brief.', messages });
    expect(assemblePrompt(undefined, messages, [{ id: 'a', text: 'x' }]).instructions).toMatch(/passage/);
  });
});

describe('citation markers', () => {
  const passages = [1, 2, 3].map((n) => ({ id: `p${n}`, text: '' }));

  it('are found however the text is cut into pieces, each once', () => {
    const text = 'One [1], both [2, 3] and again [1]; not [4], not [x], not [12345], not 2].';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const scan = citationScanner(passages);
        const found = edges.slice(1).flatMap((end, index) => scan(text.slice(edges[index], end)));
        expect(found).toEqual([
          { passageId: 'p1', marker: 1 },
          { passageId: 'p2', marker: 2 },
          { passageId: 'p3', marker: 3 },
        ]);
      }),
    );
  });
});

describe('fitting into the token budget', () => {
  const user = (content: string): ChatMessage => ({ role: 'user', content });
  const assistant = (content: string): ChatMessage => ({ role: 'assistant', content });

  it('keeps everything when there is room', () => {
    const request: ChatRequest = {
      messages: [user('One?'), assistant('Two.'), user('Three?')],
      passages: [{ id: 'a', text: 'x' }],
    };
    const fitted = fitRequest(request);
    expect(fitted.prompt.messages).toHaveLength(3);
    expect(fitted.passages).toHaveLength(1);
    expect(fitted.maxOutputTokens).toBe(1_024);
  });

  it('never exceeds the budget, keeps the last question, the most relevant passages and the newest messages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(80), { maxLength: 12 }),
        fc.array(fc.nat(200), { maxLength: 12 }),
        fc.integer({ min: 300, max: 2_000 }),
        (turns, sizes, tokenBudget) => {
          const history = turns.flatMap((size, index) => [
            user(`question ${index} ${'слово '.repeat(size)}`),
            assistant(`answer ${index} ${'word '.repeat(size)}`),
          ]);
          const passages = sizes.map((size, index) => ({ id: `p${index}`, text: 'text '.repeat(size) }));
          const fitted = fitRequest({
            messages: [...history, user('The last?')],
            passages,
            tokenBudget,
            maxOutputTokens: 100,
          });
          expect(fitted.inputTokens + fitted.maxOutputTokens).toBeLessThanOrEqual(tokenBudget);
          expect(fitted.passages).toEqual(passages.slice(0, fitted.passages.length));
          const last = fitted.prompt.messages.at(-1);
          expect(last?.role === 'user' && last.content.endsWith('The last?')).toBe(true);
          expect(fitted.prompt.messages[0]?.role).toBe('user');
          const kept = fitted.prompt.messages.slice(0, -1);
          expect(kept).toEqual(history.slice(history.length - kept.length));
        },
      ),
    );
  });

  it('keeps a running tool exchange whole', () => {
    const exchange: ChatMessage[] = [
      user('Weather?'),
      { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'weather', input: {} }] },
      { role: 'tool', callId: '1', name: 'weather', output: { sky: 'clear' } },
    ];
    const fitted = fitRequest({
      messages: [user('x '.repeat(400)), assistant('y'), ...exchange],
      tokenBudget: 300,
    });
    expect(fitted.prompt.messages).toEqual(exchange);
  });
});
