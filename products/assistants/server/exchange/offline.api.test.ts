import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import * as contract from '../../contract/index.ts';
import {
  type AssistantsApp,
  eventsOf,
  readProject,
  type Someone,
  startAssistants,
} from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';
import { tradeExport } from '../projects/exports.fixture.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let app: AssistantsApp;
let ann: Someone;

beforeAll(async () => {
  app = await startAssistants({ modules, tools: [] });
  ann = await app.someone('ann');
});

afterAll(() => app.test.close());

const ask = async (role: string, message: string, more: Partial<contract.ChatMessage> = {}, locale = 'ru') =>
  (
    await ann.call(contract.chat, {
      params: { role },
      body: { message, ...more },
      headers: { 'accept-language': locale },
    })
  ).reply();

async function upload(name: string, text: string): Promise<string> {
  const body = new TextEncoder().encode(text);
  return (await ann.call(contract.uploadFile, { query: { name }, body })).reply().id;
}

const code = `Процедура ПередЗаписью(Отказ)
	Запрос = Новый Запрос;
	Если Истина Тогда
		Сумма = Сумма;
	КонецЕсли;
КонецПроцедуры

Функция Скидка(Сумма) Экспорт
	Если Сумма > 1000 Тогда
		Возврат 10;
	КонецЕсли;
	Возврат 0;
КонецФункции`;

const query = `ВЫБРАТЬ РАЗЛИЧНЫЕ
	Продажи.Номенклатура.Наименование КАК Товар
ИЗ
	РегистрНакопления.Продажи.Обороты(, , , ) КАК Продажи
ГДЕ
	Продажи.Период >= &Начало`;

const plan = `id;name;duration;predecessors;optimistic;pessimistic
1;Анализ;5;;4;8
2;Разработка;10;1;8;20
3;Проверка;4;2;3;6`;

describe('without a language model', () => {
  it('the architect analyses requirements, proposes objects and draws', async () => {
    const file = await upload(
      'тз.md',
      '# Требования\n\nСистема должна хранить заявки на ремонт с датой и ответственным.\n\nОтчёт должен открываться быстро.\n',
    );
    const answer = await ask('architect', 'Разбери требования из файла и предложи объекты конфигурации', {
      file_ids: [file],
    });
    expect(answer.tool_calls.map(({ name }) => name).sort()).toEqual([
      'analyze_requirements',
      'suggest_objects',
    ]);
    expect(answer.tool_calls.every(({ status }) => status === 'finished')).toBe(true);
    expect(answer.response).toContain('## ');
    expect(answer.response.toLowerCase()).toContain('заяв');
    expect(answer).toMatchObject({ offline: true, model: null, tokens_used: 0, cost: 0, interrupted: false });
    expect(answer.response).toContain('Языковая модель не подключена');

    const drawn = await ask('architect', 'Нарисуй схему процесса согласования по этим требованиям', {
      conversation_id: answer.conversation_id,
    });
    expect(drawn.tool_calls).toMatchObject([{ name: 'draw_diagram' }]);
  });

  it('the architect draws a process that is told in words', async () => {
    const answer = await ask(
      'architect',
      'Нарисуй BPMN: менеджер создаёт заявку; руководитель проверяет заявку; если заявка одобрена, бухгалтер оплачивает счёт, иначе менеджер исправляет заявку',
    );
    expect(answer.tool_calls).toMatchObject([{ name: 'draw_diagram', status: 'finished' }]);
    expect(answer.artifacts.map(({ kind }) => kind)).toContain('bpmn');
  });

  it('the developer checks a module and speeds a query up', async () => {
    const checked = await ask('developer', `Проверь этот модуль\n\n\`\`\`bsl\n${code}\n\`\`\``);
    expect(checked.tool_calls).toMatchObject([{ name: 'check_code', status: 'finished' }]);
    expect(checked.response).toMatch(/Сумма|SelfAssign|самой себе/u);
    expect(checked.follow_ups.length).toBeGreaterThan(0);

    const explained = await ask('developer', checked.follow_ups[0] ?? '', {
      conversation_id: checked.conversation_id,
    });
    expect(explained.tool_calls).toMatchObject([{ name: 'explain_code', status: 'finished' }]);
    expect(explained.response).toContain('Скидка');

    const faster = await ask('developer', `Почему запрос медленный?\n${query}`);
    expect(faster.tool_calls).toMatchObject([{ name: 'optimize_query', status: 'finished' }]);
  });

  it('the tester makes tests and checks a scenario', async () => {
    const made = await ask('tester', `Сделай тесты YAxUnit для этого модуля\n${code}`);
    expect(made.tool_calls).toMatchObject([{ name: 'generate_tests', status: 'finished' }]);
    expect(made.artifacts.some(({ kind, content }) => kind === 'bsl' && content.includes('Скидка'))).toBe(
      true,
    );
    const scenario = await ask(
      'tester',
      'Проверь сценарий\n#language: ru\nФункционал: Продажи\nСценарий: Проведение\n\tКогда я открываю форму\n\tТогда документ проведен',
    );
    expect(scenario.tool_calls).toMatchObject([{ name: 'check_scenario', status: 'finished' }]);
  });

  it('the project manager makes a schedule and gives its probability', async () => {
    const scheduled = await ask('project-manager', `Построй план по списку задач\n${plan}`);
    expect(scheduled.tool_calls).toMatchObject([{ name: 'schedule_plan', status: 'finished' }]);
    expect(scheduled.response).toContain('Разработка');
    const odds = await ask('project-manager', 'Когда мы закончим с вероятностью 80 %?', {
      conversation_id: scheduled.conversation_id,
    });
    expect(odds.tool_calls).toMatchObject([{ name: 'simulate_plan', status: 'finished' }]);
    expect(odds.response).toContain('P80');
    const forecast = await ask(
      'project-manager',
      'Прогноз: осталось 40 задач, закрывали по неделям 5, 7, 6, 8, 4, 9',
    );
    expect(forecast.tool_calls).toMatchObject([
      { name: 'forecast_throughput', status: 'finished', input: { history: [5, 7, 6, 8, 4, 9], items: 40 } },
    ]);
  });

  it('the business analyst judges requirements that stand in the question, in English, too', async () => {
    const answer = await ask(
      'business-analyst',
      'Check the requirements: The system shall print an invoice within 2 seconds. The report must be fast and user-friendly.',
      {},
      'en',
    );
    expect(answer.tool_calls).toMatchObject([{ name: 'analyze_requirements', status: 'finished' }]);
    expect(answer.response).toContain('No language model is configured');
  });

  it('all look into the project that is chosen, and keep to it', async () => {
    const project = await readProject(ann, tradeExport);
    const found = await ask('architect', 'Какие реквизиты у справочника Партнеры?', {
      project_id: project,
    });
    expect(found.tool_calls).toMatchObject([
      { name: 'find_metadata', status: 'finished', input: { name: 'Партнеры' } },
    ]);
    const impact = await ask('architect', 'Что сломается, если удалить Справочник.Партнеры?', {
      conversation_id: found.conversation_id,
    });
    expect(impact.tool_calls).toMatchObject([{ name: 'impact_of', status: 'finished' }]);
    const { conversation } = (
      await ann.call(contract.getConversation, { params: { id: found.conversation_id } })
    ).reply();
    expect(conversation.project_id).toBe(project);
  });

  it('streams the same: text in pieces, steps, and a reply that is the sum of them', async () => {
    const { text } = await ann.call(contract.chatStream, {
      params: { role: 'developer' },
      body: { message: `Проверь запрос\n${query}` },
    });
    const events = eventsOf(text);
    expect(events[0]).toMatchObject({ event: 'start', data: { offline: true, role: 'developer' } });
    const said = events
      .flatMap(({ event, data }) => (event === 'text' ? [String(data['text'])] : []))
      .join('');
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { response: said } });
    expect(events.filter(({ event }) => event === 'tool')).toHaveLength(2);
  });

  it.each([
    ['developer', 'Проверь код', 'вставьте текст модуля'],
    ['tester', 'Check the scenario', 'paste the scenario'],
    ['project-manager', 'Кто в команде перегружен?', 'приложите список задач'],
    ['architect', 'Что затронет изменение типа реквизита?', 'выберите проект'],
    ['business-analyst', 'Проверь этот модуль\nА = 1;\nБ = 2;', 'Разработчик'],
    ['developer', 'Привет!', 'Вот что я умею'],
    ['developer', 'ываыва', 'Вот что я умею'],
    ['developer', 'Помнишь, как меня зовут?', 'ничего об этом не нашёл'],
  ])('%s says what it needs: %s', async (role, message, told) => {
    const answer = await ask(role, message);
    expect(answer.response).toContain(told);
    expect(answer.offline).toBe(true);
    expect(answer.tool_calls.filter(({ name }) => name !== 'search_knowledge')).toEqual([]);
  });

  it('remembers from conversation to conversation what the person said', async () => {
    await ask('developer', 'Наш проект называется Лютик, его ведёт Мария.');
    const answer = await ask('developer', 'Помнишь, как называется наш проект?');
    expect(answer.response).toContain('Лютик');
    expect(answer.memories_used).toBeGreaterThan(0);
    const other = await app.someone('bob');
    const { response } = (
      await other.call(contract.chat, {
        params: { role: 'developer' },
        body: { message: 'Помнишь, как называется наш проект?' },
      })
    ).reply();
    expect(response).not.toContain('Лютик');
  });
});
