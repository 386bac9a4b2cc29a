import type { BpmnModel } from './model/bpmn.ts';
import type { C4Model } from './model/c4.ts';
import type { ClassModel } from './model/classes.ts';
import type { Diagram } from './model/diagram.ts';
import type { ErModel } from './model/er.ts';
import type { FlowchartModel } from './model/flowchart.ts';
import type { GanttModel } from './model/gantt.ts';
import type { SequenceModel } from './model/sequence.ts';
import type { StateModel } from './model/state.ts';

/** One model of each kind that uses every field; each text in it goes through `say`. */
export function c4Example(say: (text: string) => string): C4Model {
  return {
    kind: 'c4',
    level: 'container',
    title: say('Учёт продаж'),
    elements: [
      { id: 'm', name: say('Менеджер'), type: 'person', description: say('оформляет заказы') },
      {
        id: 'ut',
        name: say('Управление торговлей'),
        type: 'container',
        technology: say('1С'),
        description: say('заказы'),
        boundary: 'company',
      },
      { id: 'api', name: say('Обмен'), type: 'component', boundary: 'inner' },
      { id: 'db', name: say('База'), type: 'database', description: say('данные'), boundary: 'inner' },
      { id: 'q', name: say('Очередь'), type: 'queue', external: true },
      { id: 'bank', name: say('Банк'), type: 'system', external: true, technology: say('HTTP') },
    ],
    boundaries: [
      { id: 'company', name: say('Компания'), type: 'enterprise' },
      { id: 'inner', name: say('Система'), type: 'system', boundary: 'company' },
      { id: 'empty', name: say('Пусто'), type: 'container' },
    ],
    relations: [
      { from: 'm', to: 'ut', label: say('создаёт заказ') },
      { from: 'ut', to: 'bank', label: say('платежи'), technology: say('HTTPS') },
    ],
  };
}

export function sequenceExample(say: (text: string) => string): SequenceModel {
  return {
    kind: 'sequence',
    title: say('Проведение заказа'),
    participants: [
      { id: 'u', name: say('Пользователь'), type: 'actor' },
      { id: 'd', name: say('Документ.Заказ') },
    ],
    steps: [
      { type: 'message', from: 'u', to: 'd', text: say('Провести()') },
      { type: 'open', operator: 'alt', condition: say('товар есть') },
      { type: 'message', from: 'd', to: 'u', text: say('проведён'), style: 'answer' },
      { type: 'next', condition: say('товара нет') },
      { type: 'note', over: 'd', text: say('отказ') },
      { type: 'close' },
      { type: 'open', operator: 'par', condition: say('сразу') },
      { type: 'message', from: 'd', to: 'd', text: say('записать'), style: 'async' },
      { type: 'next', condition: say('и') },
      { type: 'open', operator: 'loop', condition: say('по строкам') },
      { type: 'message', from: 'd', to: 'u', text: say('строка') },
      { type: 'close' },
      { type: 'close' },
      { type: 'open', operator: 'opt', condition: say('печать') },
      { type: 'message', from: 'u', to: 'd', text: say('напечатать') },
      { type: 'close' },
    ],
  };
}

export function erExample(say: (text: string) => string): ErModel {
  return {
    kind: 'er',
    title: say('Заказы'),
    entities: [
      {
        id: 'order',
        name: say('Заказ клиента'),
        attributes: [
          { name: say('Ссылка'), type: say('УникальныйИдентификатор'), keys: ['PK'] },
          { name: say('Контрагент'), type: say('Контрагенты'), keys: ['FK', 'UK'], comment: say('кому') },
        ],
      },
      { id: 'client', name: say('Контрагенты'), attributes: [] },
    ],
    relations: [
      {
        from: 'client',
        to: 'order',
        fromCardinality: 'one',
        toCardinality: 'zero_or_many',
        identifying: true,
        label: say('заказывает'),
      },
      {
        from: 'order',
        to: 'client',
        fromCardinality: 'many',
        toCardinality: 'zero_or_one',
        label: say('для'),
      },
    ],
  };
}

export function stateExample(say: (text: string) => string): StateModel {
  return {
    kind: 'state',
    title: say('Статусы'),
    states: [
      { id: 'new', name: say('Новый'), initial: true, description: say('только создан') },
      { id: 'work', name: say('В работе') },
      { id: 'done', name: say('Закрыт'), final: true },
    ],
    transitions: [
      { from: 'new', to: 'work', label: say('взять в работу') },
      { from: 'work', to: 'done' },
      { from: 'work', to: 'work', label: say('уточнить') },
    ],
  };
}

export function ganttExample(say: (text: string) => string): GanttModel {
  return {
    kind: 'gantt',
    title: say('План'),
    start: '2026-01-12',
    sections: [
      {
        name: say('Анализ'),
        tasks: [
          { id: 'a', name: say('Интервью'), days: 5, status: 'done' },
          { id: 'b', name: say('Техническое задание'), days: 3, after: ['a', 'z'], critical: true },
        ],
      },
      {
        name: say('Разработка'),
        tasks: [
          { id: 'z', name: say('Стенд'), days: 2, start: '2026-01-15', status: 'active' },
          { id: 'm', name: say('Сдача'), days: 0, after: ['b'], milestone: true },
        ],
      },
    ],
  };
}

export function flowchartExample(say: (text: string) => string): FlowchartModel {
  return {
    kind: 'flowchart',
    title: say('Согласование'),
    nodes: [
      { id: 's', label: say('Начало'), shape: 'start' },
      { id: 'check', label: say('Проверить заявку'), shape: 'action', group: 'g' },
      { id: 'ok', label: say('Верно?'), shape: 'decision', group: 'g' },
      { id: 'data', label: say('Реестр'), shape: 'data' },
      { id: 'fork', label: say('Разделить'), shape: 'parallel' },
      { id: 'join', label: say('Собрать'), shape: 'parallel' },
      { id: 'a', label: say('Известить'), shape: 'action' },
      { id: 'b', label: say('Подождать'), shape: 'event' },
      { id: 'e', label: say('Конец'), shape: 'end' },
    ],
    groups: [{ id: 'g', name: say('Менеджер') }],
    edges: [
      { from: 's', to: 'check' },
      { from: 'check', to: 'ok' },
      { from: 'ok', to: 'data', label: say('да') },
      { from: 'ok', to: 'fork', label: say('нет') },
      { from: 'fork', to: 'a' },
      { from: 'fork', to: 'b' },
      { from: 'a', to: 'join' },
      { from: 'b', to: 'join' },
      { from: 'data', to: 'e' },
      { from: 'join', to: 'e' },
    ],
  };
}

export function classExample(say: (text: string) => string): ClassModel {
  return {
    kind: 'class',
    title: say('Модули'),
    classes: [
      { id: 'i', name: say('Обработчик'), type: 'interface', methods: [{ name: say('Выполнить') }] },
      {
        id: 'a',
        name: say('Базовый'),
        type: 'abstract',
        attributes: [
          { name: say('Имя'), type: say('Строка'), visibility: 'protected' },
          { name: say('Счёт'), visibility: 'private' },
        ],
        methods: [
          {
            name: say('Посчитать'),
            parameters: [say('Сумма'), say('Ставка')],
            returns: say('Число'),
            visibility: 'package',
          },
        ],
      },
      { id: 'e', name: say('Вид'), type: 'enumeration' },
    ],
    relations: [
      { from: 'a', to: 'i', type: 'realization' },
      {
        from: 'a',
        to: 'e',
        type: 'association',
        label: say('вид'),
        fromMultiplicity: say('1'),
        toMultiplicity: say('0..*'),
      },
      { from: 'a', to: 'a', type: 'inheritance' },
      { from: 'a', to: 'e', type: 'composition' },
      { from: 'i', to: 'e', type: 'aggregation' },
      { from: 'i', to: 'e', type: 'dependency' },
    ],
  };
}

export function bpmnExample(say: (text: string) => string): BpmnModel {
  return {
    kind: 'bpmn',
    name: say('Согласование заявки'),
    pools: [
      {
        id: 'company',
        name: say('Компания'),
        lanes: [
          { id: 'manager', name: say('Менеджер') },
          { id: 'head', name: say('Руководитель') },
        ],
      },
      { id: 'client', name: say('Клиент') },
    ],
    nodes: [
      {
        id: 's',
        type: 'start',
        name: say('Получена заявка'),
        pool: 'company',
        lane: 'manager',
        event: 'message',
      },
      { id: 'check', type: 'user_task', name: say('Проверить заявку'), pool: 'company', lane: 'manager' },
      { id: 'g', type: 'exclusive', name: say('Заявка верна?'), pool: 'company', lane: 'head' },
      { id: 'sign', type: 'manual_task', name: say('Подписать заявку'), pool: 'company', lane: 'head' },
      { id: 'back', type: 'send_task', name: say('Отправить отказ'), pool: 'company', lane: 'manager' },
      { id: 'e1', type: 'end', name: say('Заявка подписана'), pool: 'company', lane: 'head' },
      {
        id: 'e2',
        type: 'end',
        name: say('Заявка отклонена'),
        pool: 'company',
        lane: 'manager',
        event: 'terminate',
      },
    ],
    flows: [
      { from: 's', to: 'check' },
      { from: 'check', to: 'g' },
      { from: 'g', to: 'sign', name: say('да') },
      { from: 'g', to: 'back', name: say('нет') },
      { from: 'sign', to: 'e1' },
      { from: 'back', to: 'e2' },
    ],
    messages: [
      { from: 'client', to: 's', name: say('заявка') },
      { from: 'back', to: 'client', name: say('отказ') },
    ],
  };
}

export function everyExample(say: (text: string) => string = (text) => text): readonly Diagram[] {
  return [
    c4Example(say),
    sequenceExample(say),
    erExample(say),
    stateExample(say),
    ganttExample(say),
    flowchartExample(say),
    classExample(say),
    bpmnExample(say),
  ];
}

/** Texts that would break out of a careless writer. */
export const hostileTexts: readonly string[] = [
  '',
  '   ',
  '"',
  '\\"',
  "it's 'quoted'",
  '`code`',
  'line\nbreak\r\nand\ttab',
  '%%{init: {"theme":"dark"}}%%',
  '%% comment',
  'click n1 "javascript:alert(1)"',
  'click n1 call alert()',
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '<!-- -->',
  '<![CDATA[ ]]>',
  '&lt;b&gt; &amp; &#60; &quot;',
  '#quot; #35; #colon;',
  'ﬂ°°60¶ßscript',
  '!include http://example.org/x',
  '!includeurl https://example.org/x',
  '@enduml',
  '@startuml',
  "' comment",
  "/' block '/",
  '%getenv("PATH") %date()',
  '$variable $x',
  '[[http://example.org link]]',
  '<img:http://example.org/x.png>',
  '<&key> <:smile:> <U+003C> <size:99>x',
  '{{ nested }}',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '|',
  ';',
  ':',
  '::icon(fa fa-book)',
  ':::class',
  '-->',
  '->>',
  '--',
  '---',
  '- list',
  '* list',
  '1. list',
  '# heading',
  '== heading ==',
  '**bold** __under__ //italic// ""mono"" ~~wave~~',
  'end',
  'End',
  'end note',
  'section x',
  'title x',
  'done, crit, 2026-01-01',
  '2026-01-01',
  'dateFormat X',
  'subgraph g',
  'style n1 fill:#f00;',
  'classDef x fill:#f00;',
  'linkStyle 0 stroke:#f00;',
  'accTitle: x',
  'direction LR',
  'state fork <<fork>>',
  '[*]',
  'note left of s1',
  'participant p9 as x',
  'wrap: x',
  'autonumber',
  'PK',
  'FK "x"',
  'Заказ №1 «срочный» — 100 %',
  '😀👩‍👩‍👧‍👦🇷🇺',
  '\u0000\u0001\u001f\u007f',
  '\ud800',
  '\udfff\ud800x',
  '\ufffe\uffff',
  '\ue100\ue101',
  '\u202eabc',
  '\u2028\u2029',
  '…',
  'ё'.repeat(10_000),
  '"'.repeat(10_000),
  '😀'.repeat(5_000),
];
