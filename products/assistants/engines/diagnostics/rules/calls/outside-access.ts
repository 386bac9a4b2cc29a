import { calledNameToken, isGlobalCall } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { javaPattern } from '../text/java-pattern.ts';
import { typeNameOf } from './constructors.ts';
import { fileMethods, fileTypes } from './tables/file-access-names.ts';

/** A pattern of names that must match a name as a whole. */
function wholeName(pattern: string): RegExp {
  return javaPattern(`^(?:${pattern})$`, 'iu');
}

export const fileSystemAccess = defineRule({
  key: 'FileSystemAccess',
  type: 'vulnerability',
  severity: 'major',
  minutes: 3,
  isActive: false,
  dialect: 'bsl',
  standards: [542, 774],
  title: { ru: 'Обращение к файловой системе', en: 'The code touches the file system' },
  message: {
    ru: 'Проверьте, откуда берётся имя файла и кому он доступен',
    en: 'Check where the name of the file comes from and who can reach it',
  },
  defaults: { globalMethods: fileMethods, newExpression: fileTypes },
  create({ tree, parameters, reportTokens }) {
    const methods = wholeName(parameters.globalMethods);
    const types = wholeName(parameters.newExpression);
    return {
      enter: {
        call(call) {
          const name = calledNameToken(call);
          if (isGlobalCall(call) && methods.test(tree.tokens.text(name))) reportTokens(name, name);
        },
        new(node) {
          if (types.test(typeNameOf(tree, node))) reportTokens(node.first, node.last);
        },
      },
    };
  },
});

const links = 'ПерейтиПоНавигационнойСсылке|GotoURL|ОткрытьНавигационнуюСсылку';

export const externalAppStarting = defineRule({
  key: 'ExternalAppStarting',
  type: 'hotspot',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [669, 774],
  title: { ru: 'Запуск внешней программы', en: 'An outside program is started' },
  message: {
    ru: 'Проверьте командную строку: в неё не должно попадать непроверенное',
    en: 'Check the command line: nothing unchecked may get into it',
  },
  defaults: {
    checkGotoUrl: false,
    userPatternString: [
      'КомандаСистемы|System|ЗапуститьСистему|RunSystem|ЗапуститьПриложение|RunApp',
      'НачатьЗапускПриложения|BeginRunningApplication|ЗапуститьПриложениеАсинх|RunAppAsync',
      'ЗапуститьПрограмму|ОткрытьПроводник|ОткрытьФайл',
    ].join('|'),
  },
  create({ tree, parameters, reportTokens }) {
    const { checkGotoUrl, userPatternString } = parameters;
    const names = wholeName(checkGotoUrl ? `${userPatternString}|${links}` : userPatternString);
    return {
      enter: {
        call(call) {
          const name = calledNameToken(call);
          if (name >= 0 && names.test(tree.tokens.text(name))) reportTokens(name, name);
        },
      },
    };
  },
});
