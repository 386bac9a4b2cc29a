import { describe, expect, it } from 'vitest';
import { conversationMarkdown, exportName } from './export.rules.ts';
import { cleanTitle, titleOf } from './title.rules.ts';

describe('titles', () => {
  it.each([
    ['Проверь\n```bsl\nА = 1;\n```', 'Проверь'],
    ['```bsl\nА = 1;\n```', 'bsl А = 1;'],
    ['  # Много   слов ', 'Много слов'],
    ['`', '…'],
    ['слово '.repeat(30), `${'слово '.repeat(10).trim()}…`],
  ])('of %j', (message, title) => {
    expect(titleOf(message)).toBe(title);
  });

  it.each([
    ['"Счёт букв."', 'Счёт букв'],
    ['', undefined],
    ['x'.repeat(200), undefined],
  ])('proposed: %j', (proposed, title) => {
    expect(cleanTitle(proposed)).toBe(title);
  });
});

describe('an export', () => {
  const at = new Date('2026-01-02T03:04:05.000Z');
  const conversation = {
    id: 'c',
    role: 'developer',
    title: 'Разговор',
    renamed: false,
    projectId: null,
    pinned: false,
    archived: false,
    leafId: 'm',
    messageCount: 1,
    createdAt: at,
    updatedAt: at,
  };
  const message = {
    id: 'm',
    conversationId: 'c',
    parentId: null,
    depth: 0,
    author: 'assistant' as const,
    content: 'Ответ [1].',
    fileIds: ['f'],
    useful: null,
    reasons: [],
    comment: null,
    createdAt: at,
    answer: {
      citations: [
        { marker: 1, kind: 'file' as const, title: 'a.pdf', reference: 'a.pdf', page: 3, excerpt: '' },
      ],
      toolCalls: [],
      artifacts: [{ kind: 'bsl' as const, title: 'Код', content: '// ```\nА = 1;' }],
      followUps: [],
      warnings: [],
      offline: true,
      interrupted: false,
      model: null,
      memoriesUsed: 0,
      inputTokens: 0,
      outputTokens: 0,
      cost: 0,
      currency: 'USD',
      processingTimeMs: 1,
    },
  };

  it('is Markdown with files, artifacts in fences of their own, and sources', () => {
    const names = new Map([['f', 'a.pdf']]);
    const text = conversationMarkdown(conversation, [message], { names, locale: 'ru' });
    expect(text).toContain('# Разговор');
    expect(text).toContain('Файлы: a.pdf');
    expect(text).toContain('````bsl\n// ```\nА = 1;\n````');
    expect(text).toContain('- [1] a.pdf — a.pdf, с. 3');
  });

  it.each([
    ['Разговор: о/коде', 'Разговор о коде.md'],
    ['../..', 'conversation.md'],
    ['', 'conversation.md'],
  ])('has a safe name: %j', (title, name) => {
    expect(exportName(title, 'md')).toBe(name);
  });
});
