import { Type } from 'typebox';
import type { Memory, MemoryScope } from '#capabilities/memory/server';
import { defineTool, type Tool, type ToolCallContext } from '../tools/tool.ts';
import { cell, paragraphs } from '../tools/writing/markdown.ts';
import { sayIn } from '../tools/writing/words.ts';

/** A person's own memory within one company. */
function scopeOf({ workspace }: ToolCallContext): MemoryScope {
  return { ownerId: workspace.userId, agentId: `assistants:mcp:${workspace.companyId}` };
}

function recallTool(memory: Memory): Tool {
  return defineTool({
    name: 'recall_memory',
    group: 'analysis',
    title: { ru: 'Вспомнить', en: 'Recall' },
    description:
      'Finds what was remembered for this person in this company: facts, decisions, preferences. Use it before you ask again.',
    parameters: Type.Object({
      query: Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    }),
    async run({ query, limit = 10 }, context) {
      const say = sayIn(context.locale);
      const { results } = await memory.recall(scopeOf(context), { query, k: limit });
      const memories = results.map(({ node, score }) => ({
        id: node.id,
        content: node.content.slice(0, 2_000),
        importance: node.importance,
        score,
      }));
      return {
        data: { memories },
        text:
          memories.length === 0
            ? say('Об этом ничего не запомнено.', 'Nothing is remembered of it.')
            : paragraphs(
                say(`**Запомнено: ${memories.length}.**`, `**${memories.length} memories.**`),
                memories.map(({ content }) => `- ${cell(content)}`).join('\n'),
              ),
        sources: memories.slice(0, 20).map(({ id, content }) => ({
          kind: 'memory',
          title: say('Память', 'Memory'),
          reference: id,
          excerpt: content.slice(0, 300),
        })),
      };
    },
  });
}

function rememberTool(memory: Memory): Tool {
  return defineTool({
    name: 'remember',
    group: 'development',
    title: { ru: 'Запомнить', en: 'Remember' },
    description:
      'Remembers a fact, decision or preference for this person in this company. No secrets, no passwords.',
    parameters: Type.Object({
      content: Type.String({ minLength: 1, maxLength: 8_000, pattern: '\\S' }),
      importance: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    }),
    async run({ content, importance }, context) {
      const say = sayIn(context.locale);
      const { id, status } = await memory.remember(scopeOf(context), {
        content,
        kind: 'note',
        ...(importance === undefined ? {} : { importance }),
      });
      return {
        data: { id, status },
        text:
          status === 'stored'
            ? say('Запомнено.', 'Remembered.')
            : say('Это уже было запомнено.', 'This was remembered already.'),
      };
    },
  });
}

/** The long-term memory as tools. */
export function memoryTools(memory: Memory): readonly Tool[] {
  return [recallTool(memory), rememberTool(memory)];
}
