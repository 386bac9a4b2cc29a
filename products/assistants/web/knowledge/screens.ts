import { defineScreen, type ScreenDefinition } from '#platform/web';

export const knowledgeScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/knowledge',
    title: { ru: 'База знаний', en: 'Knowledge base' },
    access: 'signed-in',
    load: async () => (await import('./collections/collections-screen.tsx')).CollectionsScreen,
  }),
  defineScreen({
    path: '/assistants/knowledge/search',
    title: { ru: 'Поиск по базе знаний', en: 'Search of the knowledge base' },
    access: 'signed-in',
    load: async () => (await import('./search/search-screen.tsx')).SearchScreen,
  }),
  defineScreen({
    path: '/assistants/knowledge/documents/:id',
    title: { ru: 'Документ', en: 'Document' },
    access: 'signed-in',
    load: async () => (await import('./document/document-screen.tsx')).DocumentScreen,
  }),
  defineScreen({
    path: '/assistants/knowledge/:id',
    title: { ru: 'Коллекция документов', en: 'Collection of documents' },
    access: 'signed-in',
    load: async () => (await import('./documents/collection-screen.tsx')).CollectionScreen,
  }),
];
