import { type Call, type SyntaxTree, T, type TokenKind } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { firstOperand } from './code-text.ts';
import { methodOf, placeOfMethod } from './methods.ts';
import { ruleOfNames } from './name-rule.ts';

export const osUsersMethod = ruleOfNames(
  {
    key: 'OSUsersMethod',
    type: 'hotspot',
    severity: 'critical',
    minutes: 15,
    dialect: 'bsl',
    title: { ru: 'Вызов «ПользователиОС»', en: 'A call of "OSUsers"' },
    message: {
      ru: 'Список пользователей ОС раскрывает учётные записи: проверьте, зачем он нужен',
      en: 'The list of OS users gives accounts away: check what it is for',
    },
  },
  { names: nameSet('ПользователиОС', 'OSUsers') },
);

const safeMode = nameSet('УстановитьБезопасныйРежим', 'SetSafeMode');

export const disableSafeMode = ruleOfNames(
  {
    key: 'DisableSafeMode',
    type: 'vulnerability',
    severity: 'major',
    minutes: 15,
    dialect: 'bsl',
    standards: [485, 669, 678, 770],
    title: { ru: 'Отключение безопасного режима', en: 'Safe mode is switched off' },
    message: {
      ru: 'Проверьте, можно ли здесь обойтись без отключения безопасного режима',
      en: 'Check whether the code can do with safe mode left on',
    },
  },
  {
    names: nameSet(...safeMode, 'УстановитьОтключениеБезопасногоРежима', 'SetSafeModeDisabled'),
    ofObjects: true,
    counts: (tree, call) =>
      !hasOnlyArgument(tree, call, safeMode.has(tree.tokens.key(call.callee.first)) ? T.True : T.False),
  },
);

export const setPrivilegedMode = ruleOfNames(
  {
    key: 'SetPrivilegedMode',
    type: 'hotspot',
    severity: 'major',
    minutes: 1,
    dialect: 'bsl',
    standards: [485, 669, 678],
    title: { ru: 'Включение привилегированного режима', en: 'Privileged mode is switched on' },
    message: {
      ru: 'Проверьте, что без прав пользователя здесь действительно нельзя иначе',
      en: "Check that the code really has to pass over the user's rights",
    },
  },
  {
    names: nameSet('УстановитьПривилегированныйРежим', 'SetPrivilegedMode'),
    ofObjects: true,
    counts: (tree, call) => !hasOnlyArgument(tree, call, T.False),
  },
);

export const formDataToValue = ruleOfNames(
  {
    key: 'FormDataToValue',
    type: 'smell',
    severity: 'info',
    minutes: 5,
    dialect: 'bsl',
    standards: [409],
    title: { ru: 'Вызов «ДанныеФормыВЗначение»', en: 'A call of "FormDataToValue"' },
    message: {
      ru: 'Возьмите «РеквизитФормыВЗначение»: так код форм одинаков',
      en: 'Take "FormAttributeToValue": the code of forms stays uniform',
    },
  },
  {
    names: nameSet('ДанныеФормыВЗначение', 'FormDataToValue'),
    ofObjects: true,
    counts(tree, call) {
      const method = methodOf(call);
      if (method === undefined) return false;
      const place = placeOfMethod(tree, method);
      return place !== 'serverNoContext' && place !== 'bothNoContext';
    },
  },
);

const around = nameSet('Вместо', 'Around');

export const wrongUseFunctionProceedWithCall = ruleOfNames(
  {
    key: 'WrongUseFunctionProceedWithCall',
    type: 'error',
    severity: 'blocker',
    minutes: 1,
    dialect: 'bsl',
    title: { ru: '«ПродолжитьВызов» вне «&Вместо»', en: '"ProceedWithCall" outside "&Around"' },
    message: {
      ru: 'Вызывайте «ПродолжитьВызов» только в методе расширения с аннотацией «&Вместо»',
      en: 'Call "ProceedWithCall" only in a method of an extension annotated with "&Around"',
    },
  },
  {
    names: nameSet('ПродолжитьВызов', 'ProceedWithCall'),
    counts(tree, call) {
      const method = methodOf(call);
      if (method === undefined) return false;
      return method.annotations.filter(({ name }) => around.has(tree.tokens.key(name))).length !== 1;
    },
  },
);

/** Whether a call has one argument, and it begins with the constant. */
function hasOnlyArgument(tree: SyntaxTree, { args }: Call, constant: TokenKind): boolean {
  const [value] = args.values;
  if (args.values.length !== 1 || value === undefined) return false;
  const first = firstOperand(value);
  return first.kind === 'boolean' && tree.tokens.kind(first.first) === constant;
}
