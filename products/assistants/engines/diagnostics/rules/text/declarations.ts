import type { Annotation, Span } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { commentsBefore, compilationDirectives, descriptionOf } from './descriptions.ts';
import { javaPattern } from './java-pattern.ts';
import { outlineOf } from './outline.ts';

export const functionNameStartsWithGet = defineRule({
  key: 'FunctionNameStartsWithGet',
  type: 'smell',
  severity: 'info',
  minutes: 3,
  isActive: false,
  standards: [647],
  title: { ru: 'Имя функции начинается с «Получить»', en: 'A function name begins with "Получить"' },
  message: {
    ru: 'Уберите «Получить» из имени: функция называется тем, что возвращает',
    en: 'Drop "Получить" from the name: a function is named by what it returns',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      method({ isFunction, name }) {
        if (isFunction && name >= 0 && tree.tokens.key(name).startsWith('получить')) reportTokens(name, name);
      },
    },
  }),
});

export const reservedParameterNames = defineRule({
  key: 'ReservedParameterNames',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  standards: [454, 640],
  title: { ru: 'Параметр назван зарезервированным словом', en: 'A parameter is named by a reserved word' },
  defaults: { reservedWords: '' },
  create: ({ tree, parameters, reportTokens }) => {
    const words = parameters.reservedWords.trim();
    if (words === '') return {};
    const pattern = javaPattern(`^${words}$`, 'i');
    return {
      enter: {
        method(method) {
          if (method.endKeyword < 0) return;
          for (const { name } of method.parameters) {
            if (name < 0 || !pattern.test(tree.tokens.text(name))) continue;
            const text = tree.tokens.text(name);
            reportTokens(name, name, {
              message: {
                ru: `Переименуйте параметр «${text}»: это имя зарезервировано`,
                en: `Rename the parameter "${text}": the name is reserved`,
              },
            });
          }
        },
      },
    };
  },
});

export const exportVariables = defineRule({
  key: 'ExportVariables',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  standards: [639],
  title: { ru: 'Экспортная переменная модуля', en: 'An exported module variable' },
  message: {
    ru: 'Откажитесь от экспортной переменной: её может изменить любой код',
    en: 'Do without the exported variable: any code can change it',
  },
  create: ({ symbols, reportTokens }) => ({
    finish() {
      const seen = new Set<string>();
      for (const { key, isExport, node } of symbols.variables) {
        if (isExport && !seen.has(key)) reportTokens(node.first, node.last);
        seen.add(key);
      }
    },
  }),
});

export const missingVariablesDescription = defineRule({
  key: 'MissingVariablesDescription',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  standards: [455],
  title: { ru: 'Переменная модуля не описана', en: 'A module variable is not described' },
  message: {
    ru: 'Опишите переменную комментарием над ней или в той же строке',
    en: 'Describe the variable in a comment above it or on the same line',
  },
  create: ({ tree, lines, source, symbols, reportTokens }) => ({
    finish() {
      const commented = new Map<number, number>();
      for (const { start } of tree.comments) commented.set(lines.lineAt(start), start);
      const hasTrailing = ({ end }: Span): boolean => (commented.get(lines.lineAt(end)) ?? -1) >= end;
      const seen = new Set<string>();
      for (const { key, node, declaration } of symbols.variables) {
        if (seen.has(key)) continue;
        seen.add(key);
        const place = { start: tree.tokens.start(node.first), end: tree.tokens.end(node.last) };
        if (hasTrailing(place)) continue;
        if (commentsBefore(tree, tree.tokens.start(declaration.keyword)).length > 0) continue;
        if (source !== '') reportTokens(node.first, node.last);
      }
    },
  }),
});

export const severalCompilerDirectives = defineRule({
  key: 'SeveralCompilerDirectives',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  title: { ru: 'Несколько директив компиляции', en: 'Several compilation directives' },
  message: { ru: 'Оставьте одну директиву компиляции', en: 'Leave one compilation directive' },
  create: ({ tree, reportTokens }) => {
    const countOf = ({ annotations }: { readonly annotations: readonly Annotation[] }): number =>
      annotations.filter(({ name }) => name >= 0 && compilationDirectives.has(tree.tokens.key(name))).length;
    return {
      enter: {
        variableDeclaration(node) {
          const [first, last] = [node.variables[0], node.variables.at(-1)];
          // Those of a method's own variables are counted with the method.
          if (
            first !== undefined &&
            last !== undefined &&
            node.parent?.kind === 'module' &&
            countOf(node) > 1
          )
            reportTokens(first.first, last.last);
        },
        method(node) {
          const own = node.endKeyword < 0 || node.name < 0 ? 0 : countOf(node);
          const all = node.variables.reduce((sum, declaration) => sum + countOf(declaration), own);
          if (own > 0 && all > 1) reportTokens(node.name, node.name);
        },
      },
    };
  },
});

const interfaceRegion = /^(?:ПрограммныйИнтерфейс|СлужебныйПрограммныйИнтерфейс|Public|Internal)$/iu;
const publicRegion = /^(?:ПрограммныйИнтерфейс|Public)$/iu;
const interceptions: ReadonlySet<string> = new Set([
  ...['перед', 'before', 'после', 'after', 'вместо', 'around', 'изменениеиконтроль', 'changeandvalidate'],
]);

export const nonExportMethodsInApiRegion = defineRule({
  key: 'NonExportMethodsInApiRegion',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  standards: [455],
  title: {
    ru: 'Неэкспортный метод в области программного интерфейса',
    en: 'A method without Export in an interface region',
  },
  defaults: { skipAnnotatedMethods: false },
  create: ({ tree, parameters, reportTokens }) => ({
    enter: {
      method(node) {
        if (node.endKeyword < 0 || node.name < 0 || node.exportKeyword >= 0) return;
        const isIntercepting = node.annotations.some(({ name }) => interceptions.has(tree.tokens.key(name)));
        if (parameters.skipAnnotatedMethods && isIntercepting) return;
        const region = outlineOf(tree).rootRegionOf(node);
        if (region === undefined || !interfaceRegion.test(region.name)) return;
        const method = tree.tokens.text(node.name);
        reportTokens(node.name, node.name, {
          message: {
            ru: `Сделайте метод «${method}» экспортным или вынесите из области «${region.name}»`,
            en: `Export the method "${method}" or move it out of the region "${region.name}"`,
          },
        });
      },
    },
  }),
});

export const publicMethodsDescription = defineRule({
  key: 'PublicMethodsDescription',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  standards: [453],
  title: { ru: 'Метод программного интерфейса не описан', en: 'A public method is not described' },
  message: { ru: 'Опишите метод комментарием над ним', en: 'Describe the method in a comment above it' },
  defaults: { checkAllRegion: false },
  create: ({ tree, parameters, reportTokens }) => ({
    enter: {
      method(node) {
        if (node.endKeyword < 0 || node.name < 0 || node.exportKeyword < 0) return;
        if (descriptionOf(tree, node).length > 0) return;
        if (!parameters.checkAllRegion && !publicRegion.test(outlineOf(tree).rootRegionOf(node)?.name ?? ''))
          return;
        reportTokens(node.name, node.name);
      },
    },
  }),
});
