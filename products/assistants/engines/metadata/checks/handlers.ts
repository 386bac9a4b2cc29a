import { indexOf } from '../graph/name-index.ts';
import type { MetadataObject } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';
import { type Check, type CheckContext, type Hit, type ModuleMethod, objectHit } from './check-types.ts';

const methodIn = (methods: readonly ModuleMethod[], name: string) =>
  methods.find((method) => method.name.toLowerCase() === name.toLowerCase());

interface Handler {
  readonly module: MetadataObject | undefined;
  readonly moduleName: string;
  readonly method: string;
}

/** `CommonModule.Подписки.ПриЗаписи`; EDT may leave the first word out. */
function handlerOf(context: CheckContext, text: string): Handler {
  const segments = text.split('.');
  const [moduleName = '', method = ''] = segments[0] === 'CommonModule' ? segments.slice(1) : segments;
  const module = indexOf(context.graph).byKind('CommonModule', moduleName);
  return { module, moduleName, method };
}

function methodsOf(context: CheckContext, object: MetadataObject): readonly ModuleMethod[] | undefined {
  const module = object.modules[0];
  return module === undefined || module.isProtected ? undefined : context.methods(module.path);
}

function subscriptionHits(context: CheckContext, object: MetadataObject, text: string): readonly Hit[] {
  const name = object.name;
  const hit = (ru: string, en: string) => objectHit(object, { ru, en });
  if (text === '')
    return [
      hit(
        `У подписки на событие «${name}» не указан обработчик`,
        `Event subscription "${name}" has no handler`,
      ),
    ];
  const { module, moduleName, method } = handlerOf(context, text);
  if (method === '')
    return [
      hit(
        `Обработчик «${text}» подписки «${name}» указан неверно`,
        `Handler "${text}" of event subscription "${name}" is not a method`,
      ),
    ];
  if (module === undefined)
    return [
      hit(
        `Подписка «${name}»: общего модуля «${moduleName}» нет`,
        `Event subscription "${name}": there is no common module "${moduleName}"`,
      ),
    ];
  const hits: Hit[] = [];
  if (module.commonModule?.server !== true)
    hits.push(
      hit(
        `Подписка «${name}»: общий модуль «${moduleName}» не выполняется на сервере`,
        `Event subscription "${name}": common module "${moduleName}" does not run on the server`,
      ),
    );
  const methods = methodsOf(context, module);
  const found = methods && methodIn(methods, method);
  if (methods !== undefined && found === undefined)
    hits.push(
      hit(
        `Подписка «${name}»: в модуле «${moduleName}» нет процедуры «${method}»`,
        `Event subscription "${name}": module "${moduleName}" has no procedure "${method}"`,
      ),
    );
  if (found?.isExport === false)
    hits.push(
      hit(
        `Подписка «${name}»: процедура «${moduleName}.${method}» не экспортная`,
        `Event subscription "${name}": procedure "${moduleName}.${method}" is not exported`,
      ),
    );
  return hits;
}

const eventSubscription: Check = {
  key: 'MissingEventSubscriptionHandler',
  type: 'error',
  severity: 'blocker',
  run: (context) =>
    context.graph.objects.flatMap((object) =>
      object.subscription === undefined ? [] : subscriptionHits(context, object, object.subscription.handler),
    ),
};

function jobTexts(context: CheckContext, object: MetadataObject): readonly LocalText[] {
  const job = object.job;
  if (job === undefined) return [];
  const ru = `Регламентное задание «${object.name}»: `;
  const en = `Scheduled job "${object.name}": `;
  const text = (tailRu: string, tailEn: string): LocalText => ({ ru: ru + tailRu, en: en + tailEn });
  if (job.handler === '') return [text('не указан обработчик', 'no handler is given')];
  const { module, moduleName, method } = handlerOf(context, job.handler);
  const path = `${moduleName}.${method}`;
  if (module === undefined)
    return [text(`общего модуля «${moduleName}» нет`, `there is no common module "${moduleName}"`)];
  if (module.commonModule?.server !== true)
    return [
      text(
        `общий модуль «${moduleName}» не серверный`,
        `common module "${moduleName}" is not for the server`,
      ),
    ];
  const methods = methodsOf(context, module);
  if (methods === undefined) return [];
  const found = methodIn(methods, method);
  if (found === undefined) return [text(`метода «${path}» нет`, `there is no method "${path}"`)];
  return [
    ...(found.isExport ? [] : [text(`метод «${path}» не экспортный`, `method "${path}" is not exported`)]),
    ...(job.predefined && found.paramsCount > 0
      ? [
          text(
            `задание предопределённое, а у метода «${path}» есть параметры`,
            `the job is predefined, but method "${path}" has parameters`,
          ),
        ]
      : []),
    ...(found.isEmpty === true ? [text(`метод «${path}» пуст`, `method "${path}" is empty`)] : []),
  ];
}

/** One method for several jobs: they cannot be told apart. */
function sharedHandlers(context: CheckContext): readonly Hit[] {
  const jobs = new Map<string, MetadataObject[]>();
  for (const object of context.graph.objects) {
    const { module, method } = handlerOf(context, object.job?.handler ?? '');
    if (object.job === undefined || module?.commonModule?.server !== true) continue;
    const key = `${module.name}.${method}`;
    jobs.set(key, [...(jobs.get(key) ?? []), object]);
  }
  return [...jobs].flatMap(([handler, objects]) => {
    const [first] = objects;
    if (first === undefined || objects.length < 2) return [];
    const names = objects
      .map((object) => object.name)
      .sort()
      .join(', ');
    const ru = `Метод «${handler}» — обработчик нескольких регламентных заданий: ${names}`;
    return [objectHit(first, { ru, en: `Method "${handler}" handles several scheduled jobs: ${names}` })];
  });
}

const scheduledJob: Check = {
  key: 'ScheduledJobHandler',
  type: 'error',
  severity: 'critical',
  run: (context) => [
    ...context.graph.objects.flatMap((object) =>
      jobTexts(context, object).map((message) => objectHit(object, message)),
    ),
    ...sharedHandlers(context),
  ],
};

function handlerText(
  methods: readonly ModuleMethod[] | undefined,
  handler: string,
  place: LocalText,
  params?: number,
): LocalText | undefined {
  if (handler === '')
    return { ru: `${place.ru}: не указан обработчик`, en: `${place.en}: no handler is given` };
  if (methods === undefined) return undefined;
  const found = methodIn(methods, handler);
  if (found === undefined)
    return {
      ru: `${place.ru}: обработчика «${handler}» нет`,
      en: `${place.en}: there is no handler "${handler}"`,
    };
  return params !== undefined && found.paramsCount !== params
    ? {
        ru: `${place.ru}: у обработчика «${handler}» должен быть ровно один параметр`,
        en: `${place.en}: handler "${handler}" must have exactly one parameter`,
      }
    : undefined;
}

const httpService: Check = {
  key: 'WrongHttpServiceHandler',
  type: 'error',
  severity: 'critical',
  run: (context) =>
    context.graph.objects.flatMap((object) => {
      const methods = methodsOf(context, object);
      return (object.httpService?.templates ?? []).flatMap((template) =>
        template.methods.flatMap((method) => {
          const path = `${template.name}.${method.name}`;
          const place = {
            ru: `HTTP-сервис «${object.name}», метод ${path}`,
            en: `HTTP service "${object.name}", method ${path}`,
          };
          const message = handlerText(methods, method.handler, place, 1);
          const part = `${object.fullName.en}.URLTemplate.${template.name}.Method.${method.name}`;
          return message === undefined ? [] : [objectHit(object, message, part, method.line)];
        }),
      );
    }),
};

const webService: Check = {
  key: 'WrongWebServiceHandler',
  type: 'error',
  severity: 'critical',
  run: (context) =>
    context.graph.objects.flatMap((object) => {
      const methods = methodsOf(context, object);
      return (object.webService?.operations ?? []).flatMap((operation) => {
        const place = {
          ru: `Web-сервис «${object.name}», операция «${operation.name}»`,
          en: `Web service "${object.name}", operation "${operation.name}"`,
        };
        const message = handlerText(methods, operation.procedure, place);
        const part = `${object.fullName.en}.Operation.${operation.name}`;
        return message === undefined ? [] : [objectHit(object, message, part, operation.line)];
      });
    }),
};

export const handlerChecks: readonly Check[] = [eventSubscription, scheduledJob, httpService, webService];
