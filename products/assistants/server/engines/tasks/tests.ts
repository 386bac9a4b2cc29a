import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import { parseModule } from '#products/assistants/engines/bsl';
import { moduleTypeOf } from '#products/assistants/engines/metadata';
import {
  type GenerateOptions,
  generateTests as generate,
  type TestedKind,
} from '#products/assistants/engines/test-generation';
import type * as contract from '../../../contract/index.ts';
import { checkText } from './source-text.ts';
import type { Task } from './task.ts';

export interface GenerateTestsInput {
  readonly code: string;
  readonly path?: string | undefined;
  readonly module_name?: string | undefined;
}

/** Collections of managers by the kind of object. */
const collections: Readonly<Record<string, string>> = {
  Catalog: 'Справочники',
  Document: 'Документы',
  InformationRegister: 'РегистрыСведений',
  AccumulationRegister: 'РегистрыНакопления',
  AccountingRegister: 'РегистрыБухгалтерии',
  CalculationRegister: 'РегистрыРасчета',
  ChartOfAccounts: 'ПланыСчетов',
  ChartOfCharacteristicTypes: 'ПланыВидовХарактеристик',
  ChartOfCalculationTypes: 'ПланыВидовРасчета',
  ExchangePlan: 'ПланыОбмена',
  BusinessProcess: 'БизнесПроцессы',
  Task: 'Задачи',
  Report: 'Отчеты',
  DataProcessor: 'Обработки',
  Enum: 'Перечисления',
};

const kinds: Readonly<Record<string, TestedKind>> = {
  CommonModule: 'common',
  ManagerModule: 'manager',
  ObjectModule: 'object',
  RecordSetModule: 'recordSet',
};

const leftOutWords = {
  unreachable: {
    ru: 'Метод не экспортный, и через экспортные до него не дойти',
    en: 'The method is not exported, and no exported one leads to it',
  },
  'not-followed': {
    ru: 'По тексту не проследить, что делает метод: ожидания впишет человек',
    en: 'The text does not show what the method does: a person writes the expectations',
  },
} as const;

function optionsOf({ path, module_name: given }: GenerateTestsInput): GenerateOptions {
  const { type, object } = moduleTypeOf(path ?? '');
  const [kind = '', name] = object.split('.');
  const collection = collections[kind];
  return {
    name: given ?? name ?? 'Модуль',
    kind: kinds[type] ?? 'common',
    ...(collection === undefined ? {} : { collection }),
  };
}

export const generateTests: Task<GenerateTestsInput, Static<typeof contract.GeneratedTests>> = (input) => {
  checkText(input.code);
  const { moduleName, text, methods, leftOut } = generate(parseModule(input.code), optionsOf(input));
  if (text === '')
    throw new Refusal('invalid', 'assistants.nothing_to_test', 'The module has no exported methods.', {
      explanation: {
        ru: 'В модуле нет экспортных методов: проверять нечего.',
        en: 'The module has no exported methods: there is nothing to test.',
      },
    });
  return {
    module_name: moduleName,
    code: text,
    cases: methods.flatMap(({ method, cases }) =>
      cases.map(({ reasons, lines }, at) => ({
        method: method.name,
        name: `${method.name} ${at + 1}`,
        why: {
          ru: reasons.map(({ words }) => words.ru).join('; '),
          en: reasons.map(({ words }) => words.en).join('; '),
        },
        lines: [...lines],
      })),
    ),
    left_out: leftOut.map(({ name, reason }) => ({ method: name, reason: leftOutWords[reason] })),
  };
};
