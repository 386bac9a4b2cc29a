import type { BpmnNode, BpmnNodeType } from '../model/bpmn.ts';

/** Names of the elements of BPMN 2.0 XML. */
export const elementTypes: Readonly<Record<BpmnNodeType, string>> = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  catch_event: 'bpmn:IntermediateCatchEvent',
  throw_event: 'bpmn:IntermediateThrowEvent',
  task: 'bpmn:Task',
  user_task: 'bpmn:UserTask',
  manual_task: 'bpmn:ManualTask',
  service_task: 'bpmn:ServiceTask',
  script_task: 'bpmn:ScriptTask',
  rule_task: 'bpmn:BusinessRuleTask',
  send_task: 'bpmn:SendTask',
  receive_task: 'bpmn:ReceiveTask',
  call_activity: 'bpmn:CallActivity',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  inclusive: 'bpmn:InclusiveGateway',
  event_based: 'bpmn:EventBasedGateway',
};

export const eventTypes: Readonly<Record<NonNullable<BpmnNode['event']>, string>> = {
  message: 'bpmn:MessageEventDefinition',
  timer: 'bpmn:TimerEventDefinition',
  signal: 'bpmn:SignalEventDefinition',
  error: 'bpmn:ErrorEventDefinition',
  terminate: 'bpmn:TerminateEventDefinition',
};
