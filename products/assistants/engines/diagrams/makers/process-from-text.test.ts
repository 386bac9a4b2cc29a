import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProcess } from '../bpmn/process-rules.ts';
import { toBpmn } from '../bpmn/write-bpmn.ts';
import type { BpmnModel } from '../model/bpmn.ts';
import { c4FromText } from './c4-from-text.ts';
import { processFromText } from './process-from-text.ts';
import { sequenceFromText } from './sequence-from-text.ts';
import { stateFromText } from './state-from-text.ts';

function made(text: string): BpmnModel {
  const outcome = processFromText(text);
  if (!outcome.ok) throw new Error(outcome.fault.message.en);
  return outcome.value.model;
}

/** `name -[condition]-> name` for each flow. */
function drawn(model: BpmnModel): readonly string[] {
  const names = new Map(model.nodes.map((node) => [node.id, node.name ?? node.type]));
  return model.flows.map(({ from, to, name }) => `${names.get(from)} -${name ?? ''}-> ${names.get(to)}`);
}

const lanes = (model: BpmnModel) => model.pools?.[0]?.lanes?.map((lane) => lane.name);

describe('processFromText', () => {
  it('reads numbered steps with actors and a decision', async () => {
    const model = made(`Согласование заявки
1. Менеджер создаёт заявку.
2. Руководитель проверяет заявку.
3. Если сумма больше 100 000, то директор утверждает заявку, иначе бухгалтер оплачивает счёт.
4. Менеджер закрывает заявку.`);
    expect(model.name).toBe('Согласование заявки');
    expect(lanes(model)).toEqual(['Менеджер', 'Руководитель', 'Директор', 'Бухгалтер']);
    expect(drawn(model)).toEqual([
      'Процесс начат --> Создавать заявку',
      'Создавать заявку --> Проверять заявку',
      'Проверять заявку --> Сумма больше 100 000?',
      'Сумма больше 100 000? -Да-> Утверждать заявку',
      'Сумма больше 100 000? -Нет-> Оплачивать счёт',
      'Утверждать заявку --> exclusive',
      'Оплачивать счёт --> exclusive',
      'Закрывать заявку --> Процесс завершён',
      'exclusive --> Закрывать заявку',
    ]);
    const written = await toBpmn(model);
    expect(written.ok && written.value.warnings).toEqual([]);
  });

  it('reads English steps with a jump back and parallel work', async () => {
    const model = made(`1. The manager creates an order
2. Accountant checks the order
3. If the order is wrong then return to step 1
4. In parallel: storekeeper packs goods; accountant sends an invoice
5. Manager closes the order`);
    expect(lanes(model)).toEqual(['Manager', 'Accountant', 'Storekeeper']);
    expect(drawn(model)).toContain('The order is wrong? -Yes-> exclusive');
    expect(drawn(model)).toContain('The order is wrong? -No-> parallel');
    expect(model.nodes.filter((node) => node.type === 'parallel').length).toBe(2);
    expect((await toBpmn(model)).ok).toBe(true);
  });

  it('reads branches below a condition', async () => {
    const model = made(`1. Клиент: отправить заявку
2. Если заявка верна:
   2.1. Менеджер оформляет договор
   2.2. Параллельно:
      - бухгалтер выставляет счёт
      - кладовщик резервирует товар
3. Иначе:
   3.1. Менеджер отправляет отказ
   3.2. Завершить процесс
4. Менеджер архивирует заявку`);
    expect(drawn(model)).toEqual([
      'Процесс начат --> Отправить заявку',
      'Отправить заявку --> Заявка верна?',
      'Заявка верна? -Да-> Оформлять договор',
      'Оформлять договор --> parallel',
      'parallel --> Выставлять счёт',
      'parallel --> Резервировать товар',
      'Выставлять счёт --> parallel',
      'Резервировать товар --> parallel',
      'Заявка верна? -Нет-> Отправлять отказ',
      'Отправлять отказ --> Процесс завершён',
      'parallel --> Архивировать заявку',
      'Архивировать заявку --> Процесс завершён',
    ]);
    expect((await toBpmn(model)).ok).toBe(true);
  });

  it('chains otherwise-if', () => {
    const model = made(
      'Если сумма мала, то оплатить счёт. Иначе если сумма средняя, то проверить счёт. Иначе отклонить счёт.',
    );
    expect(drawn(model)).toContain('Сумма мала? -Нет-> Сумма средняя?');
    expect(drawn(model)).toContain('Сумма средняя? -Нет-> Отклонить счёт');
  });

  it.each([
    ['Создать отчёт', undefined, 'Создать отчёт'],
    ['Комитет согласует бюджет', 'Комитет', 'Согласовать бюджет'],
    ['Менеджер по продажам вводит заказ', 'Менеджер по продажам', 'Вводить заказ'],
    ['Затем кладовщик выдаёт товар', 'Кладовщик', 'Выдавать товар'],
    ['[Директор] подписать договор', 'Директор', 'Подписать договор'],
    ['Проверяет остатки', undefined, 'Проверять остатки'],
    ['The clerk files the report', 'Clerk', 'File the report'],
    ['Send the invoice', undefined, 'Send the invoice'],
    ['После оплаты склад отгружает товар', undefined, 'После оплаты склад отгружает товар'],
  ])('knows who does what in %j', (text, actor, label) => {
    const model = made(`1. ${text}`);
    expect(lanes(model)?.[0]).toBe(actor);
    expect(model.nodes.find((node) => node.type === 'task')?.name).toBe(label);
  });

  it('joins branches that only jump', async () => {
    const model = made(
      '1. Взять заказ\n2. Если верно:\n   Параллельно:\n     - вернуться к шагу 1\n     - вернуться к шагу 1',
    );
    expect(model.nodes.filter((node) => node.type === 'parallel')).toEqual([]);
    expect((await toBpmn(model)).ok).toBe(true);
  });

  it('notes a jump to a step that is not there', () => {
    const outcome = processFromText('1. Проверить заявку\n2. Если неверно, то вернуться к шагу 9');
    expect(outcome.ok && outcome.value.notes.map((note) => note.rule)).toEqual(['unknown_step']);
  });

  it.each([
    ['', 'nothing_found'],
    ['\u0000', 'invalid_text'],
    ['а'.repeat(1_000_001), 'too_large'],
    ['Сделать шаг.\n'.repeat(3000), 'too_many_nodes'],
  ])('refuses unfit text', (text, code) => {
    const outcome = processFromText(text);
    expect(!outcome.ok && outcome.fault.code).toBe(`diagrams.${code}`);
  });

  it('makes a process by the rules out of any list of steps', () => {
    const part = fc.constantFrom(
      'Менеджер создаёт заявку',
      'если сумма велика, то директор проверяет заявку',
      'Иначе завершить процесс',
      'Иначе:',
      'Если верно:',
      'Параллельно: склад собирает заказ; бухгалтер готовит счёт',
      'Параллельно:',
      'параллельно юрист проверяет договор',
      'вернуться к шагу 1',
      'Если нет, перейти к шагу 3, иначе вернуться к шагу 2',
      'Завершить процесс',
      'If ok then send mail; archive it; else stop',
    );
    const line = fc.tuple(fc.integer({ min: 0, max: 3 }), part);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (list) => {
        const text = list
          .map(([depth, words], index) => `${'  '.repeat(depth)}${index + 1}. ${words}`)
          .join('\n');
        const errors = checkProcess(made(text)).filter((item) => item.severity === 'error');
        // A text may well describe a process that never ends.
        expect(
          errors.map((item) => item.rule).filter((rule) => rule !== 'endless' && rule !== 'end_event'),
        ).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads long and hostile texts to the end', () => {
    const texts = [
      'Иначе если да, то '.repeat(50_000),
      'Иначе если да, то взять заказ\n'.repeat(900),
      `Если ${' '.repeat(900_000)}x`,
      `1. ${'.'.repeat(900_000)}x`,
      '('.repeat(900_000),
      'выгру'.repeat(190_000),
      `${'  '.repeat(400)}1. Если да:\n`.repeat(900),
    ];
    for (const text of texts) {
      for (const make of [
        processFromText,
        stateFromText,
        sequenceFromText,
        (source: string) => c4FromText(source),
      ])
        expect(make(text)).toHaveProperty('ok');
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void processFromText(text)),
    );
  });
});
