/** Regions of the standard structure of modules: Russian and English name. */
export const standardRegions = {
  public: ['ПрограммныйИнтерфейс', 'Public'],
  internal: ['СлужебныйПрограммныйИнтерфейс', 'Internal'],
  private: ['СлужебныеПроцедурыИФункции', 'Private'],
  events: ['ОбработчикиСобытий', 'EventHandlers'],
  formEvents: ['ОбработчикиСобытийФормы', 'FormEventHandlers'],
  formHeader: ['ОбработчикиСобытийЭлементовШапкиФормы', 'FormHeaderItemsEventHandlers'],
  formTable: ['ОбработчикиСобытийЭлементовТаблицыФормы', 'FormTableItemsEventHandlers'],
  formCommands: ['ОбработчикиКомандФормы', 'FormCommandsEventHandlers'],
  variables: ['ОписаниеПеременных', 'Variables'],
  start: ['Инициализация', 'Initialize'],
} as const;

export type StandardRegion = keyof typeof standardRegions;

const application: readonly StandardRegion[] = ['variables', 'public', 'events', 'private'];
const object: readonly StandardRegion[] = ['variables', 'public', 'events', 'internal', 'start', 'private'];
const service: readonly StandardRegion[] = ['events', 'private'];

/** What a type of module is made of; a type that is not here has only the private region. */
export const regionsOfModule: Readonly<Record<string, readonly StandardRegion[]>> = {
  FormModule: ['variables', 'formEvents', 'formHeader', 'formTable', 'formCommands', 'start', 'private'],
  ObjectModule: object,
  RecordSetModule: object,
  ValueManagerModule: ['variables', 'public', 'events', 'internal', 'private'],
  CommonModule: ['public', 'internal', 'private'],
  ApplicationModule: application,
  ManagedApplicationModule: application,
  OrdinaryApplicationModule: application,
  CommandModule: service,
  SessionModule: service,
  HTTPServiceModule: service,
  WEBServiceModule: service,
  ExternalConnectionModule: ['public', 'events', 'private'],
  ManagerModule: ['public', 'events', 'internal', 'start', 'private'],
};
