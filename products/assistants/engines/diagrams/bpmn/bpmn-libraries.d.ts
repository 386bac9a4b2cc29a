/** The libraries bring no types of their own. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    id?: string;
    name?: string;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
    readonly [property: string]: unknown;
  }
  export interface ModdleWarning {
    readonly message: string;
  }
  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(
      xml: string,
      type?: string,
    ): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly ModdleWarning[] }>;
  }
}

declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
