import type { Workspace } from '#capabilities/tenants/server';
import type { DemoDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { demoConfiguration, demoDocuments } from './files.ts';
import { demoPlan } from './plan.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const questions: readonly (readonly [role: string, text: string])[] = [
  [
    'developer',
    'Проверь код:\n```bsl\nПроцедура ОбновитьЦены(Товары)\n\tДля Каждого Товар Из Товары Цикл\n\t\tЗапрос = Новый Запрос("ВЫБРАТЬ Цена ИЗ РегистрСведений.ЦеныНоменклатуры ГДЕ Номенклатура = &Н");\n\t\tЗапрос.УстановитьПараметр("Н", Товар.Ссылка);\n\t\tТовар.Цена = Запрос.Выполнить().Выгрузить()[0].Цена;\n\tКонецЦикла;\nКонецПроцедуры\n```',
  ],
  [
    'business-analyst',
    'Проверь требования:\nСистема должна быстро формировать отчёт по остаткам.\nКладовщик должен видеть остаток товара в ячейке не позднее чем через 2 секунды после сканирования.\nПри необходимости система отправляет уведомление и т.д.',
  ],
];

async function ask(
  service: AssistantsService,
  workspace: Workspace,
  role: string,
  text: string,
): Promise<void> {
  const { signal } = new AbortController();
  for await (const _event of service.exchange.ask({ workspace, role, text, locale: 'ru', signal }));
}

/** A project, a collection, a plan and two conversations of the demonstration's company; a repeat does nothing. */
export async function demo({ service }: DemoDoor<AssistantsService>): Promise<void> {
  const { tenants, identity, projects, knowledge, engines } = service;
  const [member, owner] = await Promise.all(
    ['user', 'admin'].map((name) => identity.personByEmail(`${name}@demo.quintet.local`)),
  );
  if (member === undefined || owner === undefined) return;
  const workspace = await tenants.workspace({ userId: member.id, sessionId: null });
  if (workspace.isPersonal) return;
  if ((await projects.list(workspace, { limit: 1, cursor: undefined })).items.length > 0) return;

  const project = await projects.create(workspace, {
    name: 'Управление складом',
    description: 'Типовой учебный пример: справочники, документы и регистры небольшого склада.',
  });
  await projects.upload(workspace, project.id, {
    name: 'configuration.zip',
    kind: 'archive',
    bytes: once(await demoConfiguration()),
  });
  // What a whole company reads is kept by its administrators.
  const library = await tenants.workspace({ userId: owner.id, sessionId: null }, workspace.companyId);
  const collection = await knowledge.collections.create(library, {
    name: 'Регламенты и стандарты',
    description: 'Правила команды, инструкции склада и общие модули.',
    reading: { kind: 'company', leastRole: 'viewer' },
  });
  for (const document of await demoDocuments())
    await knowledge.documents.upload(library, collection.id, document);
  const { signal } = new AbortController();
  await engines.plans.create(
    workspace,
    { name: demoPlan.name ?? '', plan: demoPlan, note: 'Первая оценка' },
    signal,
  );
  for (const [role, text] of questions) await ask(service, workspace, role, text);
}
