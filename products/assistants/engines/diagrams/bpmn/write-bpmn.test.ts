import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bpmnExample, hostileTexts } from '../examples.fixture.ts';
import type { BpmnModel } from '../model/bpmn.ts';
import { drawnIds, listOf } from './drawn.ts';
import { withExplicitGateways } from './explicit-gateways.ts';
import { fromBpmn } from './read-bpmn.ts';
import { toBpmn } from './write-bpmn.ts';

async function written(model: BpmnModel): Promise<string> {
  const outcome = await toBpmn(model);
  if (!outcome.ok) throw new Error(outcome.fault.message.en);
  return outcome.value.xml;
}

/** Parses with the reference library and expects no warnings and a place for everything. */
async function expectWhole(xml: string) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  expect(warnings).toEqual([]);
  const drawn = drawnIds(rootElement);
  for (const root of listOf(rootElement, 'rootElements')) {
    for (const list of ['participants', 'messageFlows', 'flowElements'])
      for (const element of listOf(root, list)) expect(drawn).toContain(element.id);
    for (const set of listOf(root, 'laneSets'))
      for (const lane of listOf(set, 'lanes')) expect(drawn).toContain(lane.id);
  }
  for (const id of xml.matchAll(/\sid="([^"]*)"/g)) expect(id[1]).toMatch(/^[A-Za-z_][\w.-]*$/);
}

const plain = (text: string) => text;

/** The example as one process without pools. */
function alone(model: BpmnModel): BpmnModel {
  const nodes = model.nodes.map(({ pool: _, lane: __, ...node }) => node);
  return { kind: 'bpmn', name: model.name ?? '', nodes, flows: model.flows };
}

/** Any connected process with one start and one end, its splits and joins made explicit. */
const anyProcess = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 8 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([tasks, jumps, lanes]): BpmnModel => {
    const place = (index: number) => (lanes === 0 ? {} : { pool: 'p', lane: `l${index % lanes}` });
    const chain = Array.from({ length: tasks + 2 }, (_, index) => `n${index}`);
    const flows = new Map<string, { from: string; to: string }>();
    for (let index = 1; index < chain.length; index++)
      flows.set(`${index - 1}>${index}`, { from: `n${index - 1}`, to: `n${index}` });
    for (const [from, to] of jumps) {
      const [source, target] = [1 + (from % tasks), 1 + (to % tasks)];
      flows.set(`${source}>${target}`, { from: `n${source}`, to: `n${target}` });
    }
    return withExplicitGateways({
      kind: 'bpmn',
      ...(lanes === 0
        ? {}
        : {
            pools: [
              {
                id: 'p',
                name: 'Компания',
                lanes: Array.from({ length: lanes }, (_, index) => ({
                  id: `l${index}`,
                  name: `Роль ${index}`,
                })),
              },
            ],
          }),
      nodes: chain.map((id, index) => ({
        id,
        type: index === 0 ? 'start' : index === chain.length - 1 ? 'end' : 'task',
        name: `Сделать шаг ${index}`,
        ...place(index),
      })),
      flows: [...flows.values()],
    });
  });

describe('BPMN', () => {
  it('writes pools, lanes and messages with a picture', async () => {
    const xml = await written(bpmnExample(plain));
    await expectWhole(xml);
    expect(xml).toMatchSnapshot();
  });

  it('writes one process without pools with a picture', async () => {
    const xml = await written(alone(bpmnExample(plain)));
    await expectWhole(xml);
    expect(xml).toMatchSnapshot();
  });

  it('reads back what it wrote', async () => {
    const model = bpmnExample(plain);
    const read = await fromBpmn(await written(model));
    if (!read.ok) throw new Error(read.fault.message.en);
    expect(read.value.notes).toEqual([]);
    const names = (item: BpmnModel) => item.nodes.map(({ type, name, event }) => ({ type, name, event }));
    expect(names(read.value.model)).toEqual(names(model));
    expect(read.value.model.flows.map((flow) => flow.name)).toEqual(model.flows.map((flow) => flow.name));
    expect(read.value.model.pools?.map((pool) => pool.lanes?.length)).toEqual([2, undefined]);
    expect(read.value.model.messages?.length).toBe(2);
    expect(await written(read.value.model)).toBe(await written(model));
  });

  it.each(
    hostileTexts.filter((text) => text.trim().length > 1).map((text) => [text.slice(0, 30), text] as const),
  )('stays whole with %j', async (_, text) => {
    const model = bpmnExample(() => text);
    for (const item of [model, alone(model)]) {
      const xml = await written(item);
      await expectWhole(xml);
      expect(xml).not.toMatch(/<script|<img|<!--|<!\[CDATA/);
    }
  });

  it('draws every process, whatever its loops and lanes', async () => {
    await fc.assert(
      fc.asyncProperty(anyProcess, async (model) => {
        const named = { ...model, flows: model.flows.map((flow) => ({ ...flow, name: 'да' })) };
        await expectWhole(await written(named));
      }),
      { numRuns: 60 },
    );
  });
});
