import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBpmn } from '../bpmn/write-bpmn.ts';
import { bpmnExample, everyExample, hostileTexts } from '../examples.fixture.ts';
import { toMermaid } from '../mermaid/write-mermaid.ts';
import { lintBpmn } from './lint-bpmn.ts';
import { lintMermaid } from './lint-mermaid.ts';

const rules = (text: string) =>
  lintMermaid(text).findings.map((item) => `${item.rule}${item.at === undefined ? '' : `:${item.at}`}`);

async function bpmnRules(xml: string): Promise<readonly string[]> {
  const outcome = await lintBpmn(xml);
  return outcome.ok ? outcome.value.map((item) => item.rule) : [outcome.fault.code];
}

describe('lintMermaid', () => {
  it.each([
    ['', ['empty']],
    ['wrong\nA-->B', ['unknown_kind:1']],
    ['---\ntitle: x\n---\nflowchart TD\n  A[one] --> B(two)', []],
    ['flowchart TD\n  A[one --> B(two)', ['brackets:2']],
    ['flowchart TD\n  A["one] --> B', ['quotes:2']],
    ['flowchart TD\n  A["(["] -->|"{"| B>flag]', []],
    ['flowchart TD\n  A[/in/] --> B[\\out\\]', []],
    ['flowchart TD\n  A --> end[x]', ['reserved_word:2']],
    ['flowchart TD\n  subgraph one\n  A --> B', ['block_open:2']],
    ['sequenceDiagram\n  A->>B: it"s\n  end', ['block_end:3']],
    ['%%{init: {}}%%\ngantt\n  title x', ['directive']],
    ['flowchart TD\n  click A "https://example.org"', ['click:2']],
    ['pie', ['empty']],
    [`flowchart TD\n${'  A --> B\n'.repeat(501)}`, ['too_many_edges']],
    [`erDiagram\n  %% ${'x'.repeat(50_001)}\n  A`, ['too_long']],
  ])('finds in %j', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  it('finds nothing in what the engine writes', () => {
    for (const text of hostileTexts) {
      for (const diagram of everyExample(() => text)) {
        const outcome = toMermaid(diagram);
        expect(
          outcome.ok && lintMermaid(outcome.value).findings.filter((item) => item.rule !== 'too_long'),
        ).toEqual([]);
      }
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void lintMermaid(`flowchart TD\n${text}`)),
    );
  });
});

const head =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="p">';
const tail = '</process></definitions>';

describe('lintBpmn', () => {
  it('finds nothing in what the engine writes', async () => {
    const outcome = await toBpmn(bpmnExample((text) => text));
    expect(await bpmnRules(outcome.ok ? outcome.value.xml : '')).toEqual([]);
  });

  it('finds broken rules', async () => {
    const xml = `${head}<startEvent id="s"/><startEvent id="s2" name="x"/><task id="t"/><task id="t2" name="Проверка"/><task id="1t"/>
      <exclusiveGateway id="g"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
      <sequenceFlow id="f2" sourceRef="t" targetRef="g"/>${tail}`;
    const found = new Set(await bpmnRules(xml));
    for (const rule of [
      'start_event',
      'end_event',
      'dangling',
      'gateway_idle',
      'label_missing',
      'label_form',
      'id_form',
      'not_drawn',
    ])
      expect(found).toContain(rule);
  });

  it('finds splits, joins and mixed gateways without names', async () => {
    const flow = (id: string, from: string, to: string) =>
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
    const xml = `${head}<startEvent id="s" name="x"/><task id="a" name="Взять заказ"/><task id="b" name="Вернуть заказ"/>
      <exclusiveGateway id="g"/><endEvent id="e" name="y"/>${flow('f1', 's', 'a')}${flow('f2', 'a', 'g')}${flow('f3', 'a', 'b')}
      ${flow('f4', 'b', 'g')}${flow('f5', 'g', 'e')}${flow('f6', 'g', 'b')}${tail}`;
    const found = new Set((await bpmnRules(xml)).filter((rule) => rule !== 'not_drawn'));
    expect([...found].sort()).toEqual([
      'flow_condition',
      'gateway_mixed',
      'gateway_name',
      'implicit_join',
      'implicit_split',
    ]);
  });

  it('reads what other programs write', async () => {
    const xml = `${head}<startEvent id="s" name="x"/><subProcess id="sub" name="Собрать заказ"/><boundaryEvent id="b" name="Истёк срок" attachedToRef="sub"><timerEventDefinition id="t"/></boundaryEvent>
      <endEvent id="e" name="y"/><endEvent id="e2" name="z"/><sequenceFlow id="f1" sourceRef="s" targetRef="sub"/><sequenceFlow id="f2" sourceRef="sub" targetRef="e"/>
      <sequenceFlow id="f3" sourceRef="b" targetRef="e2"/><sequenceFlow id="f4" sourceRef="b" targetRef="gone"/>${tail}`;
    expect((await bpmnRules(xml)).filter((rule) => rule !== 'not_drawn')).toEqual([
      'xml',
      'not_read',
      'not_read',
      'not_read',
    ]);
  });

  it.each([
    ['', 'invalid_xml'],
    ['not xml', 'invalid_xml'],
    ['<a/>', 'invalid_xml'],
    [`${head}\u0000${tail}`, 'invalid_xml'],
    [`<!DOCTYPE x [<!ENTITY a "b">]>${'<a>'.repeat(300)}`, 'invalid_xml'],
    ['x'.repeat(5_000_001), 'too_large'],
  ])('refuses what is no BPMN', async (xml, code) => {
    expect(await bpmnRules(xml)).toEqual([`diagrams.${code}`]);
  });

  it('tells doubled ids', async () => {
    expect(
      await bpmnRules(`${head}<task id="a" name="Взять заказ"/><task id="a" name="Взять заказ"/>${tail}`),
    ).toContain('id_unique');
  });

  it('never throws, whatever is broken in a file', async () => {
    const outcome = await toBpmn(bpmnExample((text) => text));
    const xml = outcome.ok ? outcome.value.xml : '';
    await fc.assert(
      fc.asyncProperty(
        fc.nat(xml.length),
        fc.nat(60),
        fc.string({ maxLength: 10 }),
        async (from, length, put) => {
          await lintBpmn(xml.slice(0, from) + put + xml.slice(from + length));
        },
      ),
      { numRuns: 60 },
    );
  });
});
