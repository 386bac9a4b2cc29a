import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { atChains, chainOf, placeOf } from '../calls/chains.ts';
import { codeText } from '../calls/code-text.ts';

const thisObject = nameSet('ЭтотОбъект', 'ThisObject');

/** What a manager is reached by, lower case, for the kinds of objects where it is looked at. */
const managers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Справочник', nameSet('Справочники', 'Catalogs')],
  ['Документ', nameSet('Документы', 'Documents')],
  ['РегистрБухгалтерии', nameSet('РегистрыБухгалтерии', 'AccountingRegisters')],
  ['РегистрНакопления', nameSet('РегистрыНакопления', 'AccumulationRegisters')],
  ['РегистрРасчета', nameSet('РегистрыРасчета', 'CalculationRegisters')],
  ['РегистрСведений', nameSet('РегистрыСведений', 'InformationRegisters')],
]);

export const redundantAccessToObject = defineRule({
  key: 'RedundantAccessToObject',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  moduleTypes: ['CommonModule', 'ObjectModule', 'ManagerModule', 'FormModule', 'RecordSetModule'],
  title: { ru: 'Лишнее обращение через объект', en: 'A needless access through the object' },
  message: {
    ru: 'Обратитесь прямо: внутри модуля имя объекта не нужно',
    en: 'Access it directly: inside the module the name of the object is not needed',
  },
  defaults: { checkObjectModule: true, checkFormModule: true, checkRecordSetModule: true },
  create({ tree, path, moduleType, project, parameters, reportTokens }) {
    const { checkObjectModule, checkFormModule, checkRecordSetModule } = parameters;
    const isLeftOut =
      (moduleType === 'ObjectModule' && !checkObjectModule) ||
      (moduleType === 'FormModule' && !checkFormModule) ||
      (moduleType === 'RecordSetModule' && !checkRecordSetModule);
    if (isLeftOut) return {};
    const isShared = moduleType === 'CommonModule' || moduleType === 'ManagerModule';
    const owner = isShared ? project?.ownerOf(path) : undefined;
    const [kind = '', name = ''] = owner?.split('.') ?? [];
    const isCached = moduleType === 'CommonModule' && project?.commonModule(name)?.cached === true;
    const ways = managers.get(kind);

    /** Whether the chain goes to the module's own object by its full name. */
    const namesOwner = (first: number, links: ReturnType<typeof chainOf>['links']): boolean => {
      if (owner === undefined || isCached) return false;
      if (ways === undefined) return tree.tokens.key(first) === name.toLowerCase();
      const [object, ...others] = links;
      if (!ways.has(tree.tokens.key(first)) || object?.kind !== 'property' || others.length === 0)
        return false;
      return codeText(tree, object.name, object.name).toLowerCase() === name.toLowerCase();
    };

    let insideTo = -1;
    return {
      enter: atChains((base, whole) => {
        if (base.first <= insideTo) return;
        const place = placeOf(whole);
        if (place !== 'statement') insideTo = whole.last;
        if (base.kind !== 'name' || whole.kind === 'name') return;
        if (whole.kind !== 'member' && whole.kind !== 'index' && whole.kind !== 'call') return;
        const { links } = chainOf(whole);
        const isStep = links[0]?.kind !== 'index';
        if (place === 'target' && (owner !== undefined || links.at(-1)?.kind !== 'property')) return;
        const isThis = isStep && thisObject.has(tree.tokens.key(base.first));
        if (isThis || (place === 'statement' && isStep && namesOwner(base.first, links)))
          reportTokens(base.first, base.first);
      }),
    };
  },
});
