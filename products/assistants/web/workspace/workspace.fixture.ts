import { frame, page } from '../render.fixture.tsx';

export const conversationId = '00000000-0000-7000-8000-000000000001';
export const questionId = '00000000-0000-7000-8000-000000000002';
export const answerId = '00000000-0000-7000-8000-000000000003';
const at = '2026-11-21T10:00:00.000Z';

export const developer = {
  role: 'developer',
  built_in: true,
  version: 0,
  updated_at: null,
  title: { ru: 'Разработчик', en: 'Developer' },
  description: { ru: 'Проверяет код', en: 'Checks code and queries' },
  instructions: 'Check code.',
  tools: ['check_code'],
  collections: [],
  remembers: true,
  model: {},
  starters: [{ ru: 'Проверь модуль', en: 'Check this module' }],
};

export const conversation = {
  id: conversationId,
  role: 'developer',
  title: 'A slow query',
  renamed: false,
  project_id: null,
  pinned: false,
  archived: false,
  message_count: 2,
  created_at: at,
  updated_at: at,
};

export const facts = {
  citations: [
    {
      marker: 1,
      kind: 'standard',
      title: 'Standard 655',
      reference: 'https://its.1c.ru/db/v8std/content/655',
      page: null,
      lines: [4, 9],
      excerpt: 'Avoid joining subqueries.',
    },
  ],
  tool_calls: [
    {
      id: 't1',
      name: 'check_query',
      title: 'Check of a query',
      input: { query: 'ВЫБРАТЬ 1' },
      status: 'finished',
      text: 'No **findings**',
      took_ms: 40,
    },
  ],
  artifacts: [{ kind: 'table', title: 'Findings', content: '{"columns":["Line"],"rows":[["12"]]}' }],
  follow_ups: ['Which index helps?'],
  warnings: [{ kind: 'names', message: 'Catalog.Nothing is not in the configuration.' }],
  offline: false,
  interrupted: false,
  model: 'local:small',
  memories_used: 2,
  tokens_used: 30,
  input_tokens: 20,
  output_tokens: 10,
  cost: 0,
  currency: 'RUB',
  processing_time_ms: 1_240,
};

export const question = {
  id: questionId,
  parent_id: null,
  author: 'user',
  content: 'Why is it slow?',
  created_at: at,
  files: [],
  siblings: [questionId],
  answer: null,
  feedback: null,
};

export const answer = {
  id: answerId,
  parent_id: questionId,
  author: 'assistant',
  content: 'Because of <b>the</b> subquery [1], see [9].',
  created_at: at,
  files: [],
  siblings: ['00000000-0000-7000-8000-000000000009', answerId],
  answer: facts,
  feedback: null,
};

export const reply = {
  id: answerId,
  question_id: questionId,
  conversation_id: conversationId,
  role: 'developer',
  response: answer.content,
  created_at: at,
  ...facts,
};

export const stream = [
  frame('start', {
    id: answerId,
    question_id: questionId,
    conversation_id: conversationId,
    role: 'developer',
    title: 'A slow query',
    offline: false,
    memories_used: 2,
    continued: false,
  }),
  frame('tool', { id: 't1', name: 'check_query', title: 'Check of a query', status: 'started', input: {} }),
  frame('text', { text: 'Because ' }),
  frame('done', reply),
].join('');

/** What the workspace asks for besides. */
export const around = {
  'GET /api/assistants/': () => page(developer),
  'GET /api/assistants/status': () => ({ offline: true, models: [], note: '', tools: [] }),
  'GET /api/assistants/projects': () => page(),
  'GET /api/assistants/conversations': () => page({ ...conversation, snippet: null }),
  [`GET /api/assistants/conversations/${conversationId}`]: () => ({
    conversation,
    ...page(question, answer),
  }),
};
