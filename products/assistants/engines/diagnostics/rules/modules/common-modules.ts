import { defineRule } from '../../rule.ts';
import { L } from '../text/lexeme-kind.ts';
import { lexemesOf } from '../text/lexemes.ts';
import { outlineOf } from '../text/outline.ts';

const publicRegions = ['программныйинтерфейс', 'public'];
const interfaceRegions = [...publicRegions, 'служебныйпрограммныйинтерфейс', 'internal'];

export const commonModuleMissingAPI = defineRule({
  key: 'CommonModuleMissingAPI',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  dialect: 'bsl',
  standards: [455],
  moduleTypes: ['CommonModule'],
  title: { ru: 'Общий модуль без программного интерфейса', en: 'A common module without an interface' },
  message: {
    ru: 'Вынесите экспортные методы в область «ПрограммныйИнтерфейс» или «СлужебныйПрограммныйИнтерфейс»',
    en: 'Put exported methods into the region "Public" or "Internal"',
  },
  create: ({ tree, symbols, report }) => ({
    finish() {
      const methods = symbols.methods.filter(({ node }) => node.endKeyword >= 0);
      if (methods.length === 0) return;
      const hasRegion = outlineOf(tree).topRegions.some(({ name }) =>
        interfaceRegions.includes(name.toLowerCase()),
      );
      if (hasRegion && methods.some(({ isExport }) => isExport)) return;
      const lexemes = lexemesOf(tree);
      for (let index = 0; index < lexemes.count; index += 1) {
        if (lexemes.kind(index) === L.Space) continue;
        report({ start: lexemes.start(index), end: lexemes.end(index) });
        return;
      }
    },
  }),
});

export const commonModuleVariables = defineRule({
  key: 'CommonModuleVariables',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  dialect: 'bsl',
  moduleTypes: ['CommonModule'],
  title: { ru: 'Переменная общего модуля', en: 'A variable of a common module' },
  message: {
    ru: 'В общем модуле переменных не бывает: храните значение в параметре сеанса или модуле с повторным использованием',
    en: 'A common module has no variables: keep the value in a session parameter or a cached module',
  },
  create: ({ reportTokens }) => ({
    enter: {
      variableDeclaration(node) {
        if (node.parent?.kind === 'module')
          reportTokens(node.first, node.semicolon < 0 ? node.last : node.semicolon);
      },
    },
  }),
});

export const cachedPublic = defineRule({
  key: 'CachedPublic',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [644],
  moduleTypes: ['CommonModule'],
  title: { ru: 'Программный интерфейс в кеширующем модуле', en: 'A public interface in a cached module' },
  message: {
    ru: 'Оставьте в кеширующем модуле служебное, а интерфейс вынесите в обычный общий модуль',
    en: 'Keep internals in the cached module, and move the interface to an ordinary common module',
  },
  create({ tree, path, project, symbols, report }) {
    const owner = project?.ownerOf(path)?.split('.').at(-1);
    if (owner === undefined || project?.commonModule(owner)?.cached !== true) return {};
    return {
      finish() {
        const outline = outlineOf(tree);
        const roots = new Set(symbols.methods.map(({ node }) => outline.rootRegionOf(node)));
        for (const region of outline.topRegions) {
          if (!publicRegions.includes(region.name.toLowerCase()) || !roots.has(region)) continue;
          const start = region.source.open.argument.start;
          report({ start, end: start + region.name.length });
        }
      },
    };
  },
});

export const commandModuleExportMethods = defineRule({
  key: 'CommandModuleExportMethods',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  standards: [544],
  moduleTypes: ['CommandModule'],
  title: { ru: 'Экспортный метод в модуле команды', en: 'An exported method in the module of a command' },
  message: {
    ru: 'Уберите «Экспорт»: модуль команды никто не вызывает',
    en: 'Remove "Export": nobody can call into the module of a command',
  },
  create: ({ symbols, reportTokens }) => ({
    finish() {
      for (const { node, isExport } of symbols.methods)
        if (isExport && node.endKeyword >= 0) reportTokens(node.name, node.name);
    },
  }),
});
