import { Type } from 'typebox';
import { Refusal } from '#base/refusal';
import { defineTool, type Tool } from '../tools/tool.ts';

/** Counts letters, cites where it found them, and draws. */
const sampleCount = defineTool({
  name: 'sample_count',
  group: 'analysis',
  title: { ru: 'Счёт букв', en: 'Letter count' },
  description: 'Counts the letters of a text.',
  parameters: Type.Object({ text: Type.String({ maxLength: 1_000 }) }),
  run: async ({ text }, { locale }) => ({
    data: { letters: text.length },
    text: locale === 'ru' ? `Букв: ${text.length}` : `Letters: ${text.length}`,
    sources: [
      {
        kind: 'document',
        title: 'Правила счёта.docx',
        reference: 'rules.docx',
        page: 3,
        excerpt: 'Считают все.',
      },
    ],
    artifacts: [{ kind: 'mermaid', title: 'Схема', content: 'flowchart TD\n  a --> b' }],
  }),
});

const sampleRefusal = defineTool({
  name: 'sample_refusal',
  group: 'analysis',
  title: { ru: 'Отказ', en: 'Refusal' },
  description: 'Always refuses.',
  parameters: Type.Object({}),
  run: () => Promise.reject(new Refusal('invalid', 'assistants.sample', 'The engine refuses this.')),
});

const sampleFault = defineTool({
  name: 'sample_fault',
  group: 'analysis',
  title: { ru: 'Сбой', en: 'Fault' },
  description: 'Always breaks.',
  parameters: Type.Object({}),
  run: () => Promise.reject(new Error('a secret of the inside')),
});

export const sampleTools: readonly Tool[] = [sampleCount, sampleRefusal, sampleFault] as readonly Tool[];
