import { describe, it } from 'vitest';
import { expectMarked } from './marked.fixture.ts';
import {
  beginTransactionBeforeTryCatch,
  commitTransactionOutsideTryCatch,
  pairingBrokenTransaction,
  wrongUseOfRollbackTransactionMethod,
} from './transactions.ts';

const proper =
  'Процедура П()\nНачатьТранзакцию();\nПопытка\nЗапись();\nЗафиксироватьТранзакцию();\nИсключение\nОтменитьТранзакцию();\nВызватьИсключение;\nКонецПопытки;\nКонецПроцедуры';

describe('transactions', () => {
  it.each([
    beginTransactionBeforeTryCatch,
    commitTransactionOutsideTryCatch,
    pairingBrokenTransaction,
    wrongUseOfRollbackTransactionMethod,
  ])('$key has nothing against the proper order', (rule) => expectMarked(rule, proper));

  it.each([
    ['code between', '⟦НачатьТранзакцию();⟧ А = 1; Попытка Б(); Исключение КонецПопытки;'],
    [
      'another begin between',
      '⟦BeginTransaction();⟧ BeginTransaction(); Попытка Б(); Исключение КонецПопытки;',
    ],
    [
      'a preprocessor line between',
      '⟦НачатьТранзакцию();⟧\n#Область Р\nПопытка Б(); Исключение КонецПопытки;\n#КонецОбласти',
    ],
    ['at the end of the module', 'А = 1; ⟦НачатьТранзакцию();⟧'],
    ['a method of an object', 'Об.НачатьТранзакцию(); А = 1;'],
    ['within an attempt', 'Попытка ⟦НачатьТранзакцию();⟧ А(); Исключение КонецПопытки;'],
    [
      'at the end of a method the next one decides',
      'Процедура П()\nНачатьТранзакцию();\nКонецПроцедуры\nПопытка А(); Исключение КонецПопытки;',
    ],
  ])('BeginTransactionBeforeTryCatch: %s', (_, marked) =>
    expectMarked(beginTransactionBeforeTryCatch, marked),
  );

  it.each([
    ['outside', 'Процедура П()\n⟦ЗафиксироватьТранзакцию();⟧\nКонецПроцедуры'],
    ['not last', 'Попытка ⟦CommitTransaction();⟧ А(); Исключение Б(); КонецПопытки;'],
    ['before another attempt', '⟦ЗафиксироватьТранзакцию();⟧ Попытка А(); Исключение Б(); КонецПопытки;'],
    ['in the handler', 'Попытка А(); Исключение ⟦ЗафиксироватьТранзакцию();⟧ КонецПопытки; Б();'],
    ['a method of an object', 'Об.ЗафиксироватьТранзакцию(); А = 1;'],
  ])('CommitTransactionOutsideTryCatch: %s', (_, marked) =>
    expectMarked(commitTransactionOutsideTryCatch, marked),
  );

  it.each([
    ['begin alone lacks both', '⟦⟦НачатьТранзакцию()⟧⟧;'],
    ['no rollback', '⟦НачатьТранзакцию()⟧; ЗафиксироватьТранзакцию();'],
    ['ends alone', '⟦CommitTransaction()⟧; ⟦RollbackTransaction()⟧;'],
    [
      'the earliest begin is taken',
      'НачатьТранзакцию(); ⟦⟦НачатьТранзакцию()⟧⟧; ЗафиксироватьТранзакцию(); ОтменитьТранзакцию();',
    ],
    ['order matters', '⟦ЗафиксироватьТранзакцию()⟧; ⟦НачатьТранзакцию()⟧; ОтменитьТранзакцию();'],
    ['a method of an object', 'Об.НачатьТранзакцию();'],
  ])('PairingBrokenTransaction: %s', (_, marked) =>
    expectMarked(pairingBrokenTransaction, `Процедура П()\n${marked}\nКонецПроцедуры`),
  );
  it('PairingBrokenTransaction does not look at the body of the module', () =>
    expectMarked(pairingBrokenTransaction, 'НачатьТранзакцию();'));

  it.each([
    [
      'outside of handlers',
      '⟦ОтменитьТранзакцию⟧(); Попытка ⟦RollbackTransaction⟧(); Исключение КонецПопытки;',
    ],
    ['not first', 'Попытка А(); Исключение Б(); ⟦ОтменитьТранзакцию⟧(); КонецПопытки;'],
    [
      'calls of objects may come before',
      'Попытка А(); Исключение Об.Б(); ОтменитьТранзакцию(); КонецПопытки;',
    ],
    ['first and again', 'Попытка А(); Исключение ОтменитьТранзакцию(); ОтменитьТранзакцию(); КонецПопытки;'],
    [
      'the handler nearest around',
      'Попытка А(); Исключение Б(); Попытка В(); Исключение ОтменитьТранзакцию(); КонецПопытки; КонецПопытки;',
    ],
  ])('WrongUseOfRollbackTransactionMethod: %s', (_, marked) =>
    expectMarked(wrongUseOfRollbackTransactionMethod, marked),
  );
});
