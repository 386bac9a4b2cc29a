import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, modelServerKey, startModelServer } from '#capabilities/llm/testing';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import * as contract from '../../contract/index.ts';
import { type AssistantsApp, eventsOf, type Someone, startAssistants } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';

const code =
  'Функция Скидка(Сумма) Экспорт\n\tЕсли Сумма > 100 Тогда\n\t\tВозврат 5;\n\tКонецЕсли;\n\tСумма = Сумма;\n\tВозврат 0;\nКонецФункции';
const requirements = 'Система должна быстро формировать отчёт по остаткам и т.д.';

/** A task of each role, the engine the model calls for it, and what the engine must have found. */
const tasks = [
  {
    role: 'architect',
    message: 'Нарисуй процесс заявки',
    tool: 'draw_diagram',
    input: { kind: 'bpmn', text: 'Менеджер создаёт заявку; руководитель проверяет заявку' },
    found: 'заявк',
  },
  { role: 'developer', message: 'Проверь модуль', tool: 'check_code', input: { code }, found: 'SelfAssign' },
  { role: 'tester', message: 'Сделай тесты', tool: 'generate_tests', input: { code }, found: 'Скидка' },
  {
    role: 'project-manager',
    message: 'Составь график',
    tool: 'schedule_plan',
    input: {
      plan: {
        start: '2026-03-02',
        tasks: [
          { id: '1', name: 'Анализ', duration: 2 },
          { id: '2', name: 'Разработка', duration: 3, predecessors: ['1'] },
        ],
      },
    },
    found: 'Разработка',
  },
  {
    role: 'business-analyst',
    message: 'Проверь требования',
    tool: 'analyze_requirements',
    input: { text: requirements },
    found: 'быстро',
  },
] as const;

let model: ModelServer;
let app: AssistantsApp;
let ann: Someone;

beforeAll(async () => {
  model = await startModelServer();
  app = await startAssistants({
    modules: [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule],
    tools: [],
    environment: {
      OPENAI_API_KEY: modelServerKey,
      OPENAI_BASE_URL: model.openAiUrl,
      LLM_MODELS: 'openai:double',
    },
  });
  ann = await app.someone('ann');
});
afterAll(async () => {
  await app.test.close();
  await model.close();
});

const lastRequest = (): string => JSON.stringify(model.requests.at(-1)?.body);

async function stream(role: string, message: string) {
  const { text } = await ann.call(contract.chatStream, { params: { role }, body: { message } });
  return eventsOf(text);
}

describe.each(tasks)('the $role with a language model', ({ role, message, tool, input, found }) => {
  it('gives its engine to the model, streams, and hands back what the engine found', async () => {
    model.script({ kind: 'call', name: tool, input }, { kind: 'say', text: 'Вот что получилось.' });
    const events = await stream(role, message);
    const steps = events.filter(({ event }) => event === 'tool').map(({ data }) => data);
    expect(steps).toMatchObject([
      { name: tool, status: 'started' },
      { name: tool, status: 'finished' },
    ]);
    expect(lastRequest()).toContain(found);
    expect(events.at(-1)).toMatchObject({
      event: 'done',
      data: { response: 'Вот что получилось.', offline: false, interrupted: false },
    });
    expect(events.filter(({ event }) => event === 'text').length).toBeGreaterThan(1);
  });

  it('answers by its engines when the model fails, and keeps what was said before a cut', async () => {
    model.script({ kind: 'fail', status: 401 });
    const alone = (await stream(role, message)).at(-1)?.data;
    expect(alone).toMatchObject({ offline: true, interrupted: false });
    expect(String(alone?.['response'])).toContain('недоступна');
    model.script({ kind: 'cut_off', text: 'Начало ответа' });
    const cut = (await stream(role, message)).at(-1)?.data;
    expect(cut).toMatchObject({ response: 'Начало ответа', interrupted: true });
    // The model is back, and each success takes a failure from the breaker's count.
    for (const text of ['Снова здесь.', 'И опять.', 'И ещё раз.']) {
      model.script({ kind: 'say', text });
      expect((await stream(role, message)).at(-1)?.data).toMatchObject({ response: text, offline: false });
    }
  });
});
