import { Type } from 'typebox';
import { Id } from '#platform/contract';
import type { KnowledgeHit, SearchKnowledge } from '../../knowledge/search/search.ts';
import { defineTool, type Source, type Tool } from '../tool.ts';
import { cell, paragraphs } from '../writing/markdown.ts';
import { type Say, sayIn } from '../writing/words.ts';

function placeOf(say: Say, { heading, page, firstLine, lastLine }: KnowledgeHit): string {
  return [
    heading.length === 0 ? '' : heading.map(cell).join(' › '),
    page === null ? '' : `${say('стр.', 'p.')} ${page}`,
    firstLine === null ? '' : `${say('строки', 'lines')} ${firstLine}–${lastLine ?? firstLine}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function sourceOf(hit: KnowledgeHit): Source {
  const { documentTitle, documentName, documentId, page, firstLine, lastLine, excerpt } = hit;
  return {
    kind: 'document',
    title: documentTitle ?? documentName,
    reference: `${documentName}#${documentId}`,
    ...(page === null ? {} : { page }),
    ...(firstLine === null ? {} : { lines: [firstLine, lastLine ?? firstLine] as const }),
    excerpt: excerpt.text,
  };
}

/** Passages of the documents a person may read. */
export function searchKnowledgeTool(search: SearchKnowledge): Tool {
  return defineTool({
    name: 'search_knowledge',
    group: 'analysis',
    title: { ru: 'Поиск в базе знаний', en: 'Search of the knowledge base' },
    description:
      'Passages of the company’s documents (regulations, specifications, guides, code) that answer a question, with page or lines. Use it for anything about how this company or its system works; cite what you use.',
    parameters: Type.Object({
      query: Type.String({ minLength: 1, maxLength: 2_000, description: 'The question, or its key words' }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: '6 by default' })),
      collection_ids: Type.Optional(Type.Array(Id, { maxItems: 50 })),
    }),
    async run({ query, limit = 6, collection_ids: collectionIds }, { workspace, locale }) {
      const say = sayIn(locale);
      const { hits } = await search(workspace, { query, limit, collectionIds });
      return {
        data: hits.map((hit) => ({
          document: hit.documentTitle ?? hit.documentName,
          file: hit.documentName,
          document_id: hit.documentId,
          collection: hit.collectionName,
          heading: hit.heading,
          page: hit.page,
          lines: hit.firstLine === null ? null : [hit.firstLine, hit.lastLine ?? hit.firstLine],
          text: hit.content.slice(0, 2_400).toWellFormed(),
        })),
        text: paragraphs(
          hits.length === 0
            ? say('В документах ничего не нашлось.', 'Nothing was found in the documents.')
            : '',
          ...hits.map((hit, index) => {
            const place = placeOf(say, hit);
            const title = cell(hit.documentTitle ?? hit.documentName);
            const quote = hit.excerpt.text.replaceAll(/\s+/gu, ' ').replaceAll('<', '&lt;').trim();
            return `${index + 1}. **${title}**${place === '' ? '' : ` — ${place}`}\n\n   > ${quote}`;
          }),
        ),
        sources: hits.map(sourceOf),
      };
    },
  });
}
