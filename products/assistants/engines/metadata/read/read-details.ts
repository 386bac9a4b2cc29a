import type {
  CommonModuleFlags,
  InterfaceCommand,
  MetadataObject,
  Named,
  UrlTemplate,
  WebOperation,
} from '../model/graph-types.ts';
import { child, childrenNamed, childText, type XmlNode } from '../xml/xml-node.ts';
import { type Descriptor, localTexts } from './descriptor.ts';
import { readType } from './read-type.ts';

export const named = (descriptor: Descriptor): Named => ({
  name: descriptor.name,
  synonym: localTexts(descriptor.props('Synonym')),
  line: descriptor.line,
});

function commonModule(descriptor: Descriptor): CommonModuleFlags {
  const reuse = descriptor.text('ReturnValuesReuse');
  return {
    server: descriptor.flag('Server'),
    serverCall: descriptor.flag('ServerCall'),
    clientManagedApplication: descriptor.flag('ClientManagedApplication'),
    clientOrdinaryApplication: descriptor.flag('ClientOrdinaryApplication'),
    externalConnection: descriptor.flag('ExternalConnection'),
    global: descriptor.flag('Global'),
    privileged: descriptor.flag('Privileged'),
    reuse: reuse === 'DuringRequest' || reuse === 'DuringSession' ? reuse : 'DontUse',
  };
}

function urlTemplate(descriptor: Descriptor): UrlTemplate {
  return {
    ...named(descriptor),
    template: descriptor.text('Template'),
    methods: descriptor.parts('Method').map((method) => ({
      ...named(method),
      httpMethod: method.text('HTTPMethod') || 'GET',
      handler: method.text('Handler'),
    })),
  };
}

function operation(descriptor: Descriptor): WebOperation {
  return {
    ...named(descriptor),
    procedure: descriptor.text('ProcedureName'),
    parameters: descriptor.parts('Parameter').map((parameter) => parameter.name),
  };
}

/** `<Content><xr:Item><xr:Metadata/><xr:Use/></xr:Item></Content>` or `<content><metadata/><use/></content>`. */
function commonContent(descriptor: Descriptor): NonNullable<MetadataObject['commonContent']> {
  return descriptor
    .props('Content')
    .flatMap((node) => (child(node, 'metadata') === undefined ? node.children : [node]))
    .map((item): NonNullable<MetadataObject['commonContent']>[number] => {
      const use = childText(item, 'Use');
      return { object: childText(item, 'Metadata'), use: use === 'Use' || use === 'DontUse' ? use : 'Auto' };
    })
    .filter((item) => item.object !== '');
}

type Details = Pick<
  MetadataObject,
  'commonModule' | 'subscription' | 'job' | 'httpService' | 'webService' | 'commonContent' | 'type'
>;

/** What only some kinds have. */
export function readDetails(descriptor: Descriptor): Details {
  switch (descriptor.tag) {
    case 'CommonModule':
      return { commonModule: commonModule(descriptor) };
    case 'EventSubscription':
      return {
        subscription: {
          source: readType(descriptor.prop('Source')),
          event: descriptor.text('Event'),
          handler: descriptor.text('Handler'),
        },
      };
    case 'ScheduledJob':
      return {
        job: {
          handler: descriptor.text('MethodName'),
          predefined: descriptor.flag('Predefined'),
          use: descriptor.flag('Use'),
        },
      };
    case 'HTTPService':
      return {
        httpService: {
          rootUrl: descriptor.text('RootURL'),
          templates: descriptor.parts('URLTemplate').map(urlTemplate),
        },
      };
    case 'WebService':
      return {
        webService: {
          namespace: descriptor.text('Namespace'),
          operations: descriptor.parts('Operation').map(operation),
        },
      };
    case 'CommonAttribute':
      return { type: readType(descriptor.prop('Type')), commonContent: commonContent(descriptor) };
    case 'Constant':
    case 'DefinedType':
    case 'SessionParameter':
    case 'ChartOfCharacteristicTypes':
    case 'FilterCriterion':
      return { type: readType(descriptor.prop('Type')) };
    case 'CommonCommand':
      return { type: readType(descriptor.prop('CommandParameterType')) };
    default:
      return {};
  }
}

function visibility(node: XmlNode): boolean | undefined {
  const value = child(node, 'Visibility');
  const common = value === undefined ? undefined : child(value, 'Common');
  return common === undefined ? undefined : common.text === 'true';
}

/** `CommandInterface.xml` and `CommandInterface.cmi`: visibility and group of the commands named there. */
export function readCommandInterface(root: XmlNode): readonly InterfaceCommand[] {
  const commands = new Map<string, InterfaceCommand>();
  for (const section of root.children)
    for (const node of section.children.some((one) => one.name === 'command')
      ? [section]
      : section.children) {
      const name = node.attributes.get('name') ?? childText(node, 'command');
      if (name === '' || childrenNamed(section, 'Subsystem').length > 0) continue;
      const visible = visibility(node);
      const group = childText(node, 'CommandGroup');
      commands.set(name, {
        ...(commands.get(name) ?? { command: name }),
        ...(visible !== undefined && { visible }),
        ...(group !== '' && { group }),
      });
    }
  return [...commands.values()];
}
