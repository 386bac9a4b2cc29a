/// <reference path="../../engines/diagrams/bpmn/bpmn-libraries.d.ts" />
