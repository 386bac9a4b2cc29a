import { describe, expect, test } from 'vitest';
import { typeItem, typeText } from './value-type.ts';

describe('names of types', () => {
  test.each([
    ['string', { kind: 'primitive', name: 'String' }, 'Строка'],
    ['decimal', { kind: 'primitive', name: 'Number' }, 'Число'],
    ['dateTime', { kind: 'primitive', name: 'Date' }, 'Дата'],
    [
      'CatalogRef.Валюты',
      { kind: 'object', object: 'Catalog.Валюты', form: 'Ref' },
      'СправочникСсылка.Валюты',
    ],
    [
      'InformationRegisterRecordSet.Цены',
      { kind: 'object', object: 'InformationRegister.Цены', form: 'RecordSet' },
      'РегистрСведенийНаборЗаписей.Цены',
    ],
    ['DefinedType.Сумма', { kind: 'defined', object: 'DefinedType.Сумма' }, 'ОпределяемыйТип.Сумма'],
    [
      'Characteristic.Свойства',
      { kind: 'characteristic', object: 'ChartOfCharacteristicTypes.Свойства' },
      'Характеристика.Свойства',
    ],
    ['DocumentRef', { kind: 'set', name: 'DocumentRef' }, 'ДокументСсылка'],
    ['AnyRef', { kind: 'set', name: 'AnyRef' }, 'ЛюбаяСсылка'],
    ['ValueStorage', { kind: 'platform', name: 'ValueStorage' }, 'ValueStorage'],
    ['constructor', { kind: 'platform', name: 'constructor' }, 'constructor'],
  ])('%s', (name, item, russian) => {
    expect(typeItem(name)).toEqual(item);
    expect(typeText({ items: [typeItem(name)] }).ru).toBe(russian);
  });

  test('a composite type tells its qualifiers', () => {
    const items = ['String', 'Number'].map(typeItem);
    const type = {
      items,
      string: { length: 12, fixed: false },
      number: { digits: 15, fraction: 2, nonNegative: false },
    };
    expect(typeText(type)).toEqual({ ru: 'Строка(12), Число(15, 2)', en: 'String(12), Number(15, 2)' });
  });
});
