import type { Rule } from '../../rule.ts';
import { transferringParametersBetweenClientAndServer } from './client-to-server.ts';
import {
  cachedPublic,
  commandModuleExportMethods,
  commonModuleMissingAPI,
  commonModuleVariables,
} from './common-modules.ts';
import { dataExchangeLoading } from './data-exchange.ts';
import { compilationDirectiveLost, compilationDirectiveNeedLess } from './directives.ts';
import { eventHandlerOutsideEventRegion } from './event-regions.ts';
import { eventHandlerInvalidSignature } from './event-signatures.ts';
import { serverCallsInFormEvents, serverSideExportFormMethod } from './form-server-calls.ts';
import { missingCommonModuleMethod, privilegedModuleMethodCall } from './module-methods.ts';
import { redundantAccessToObject } from './object-access.ts';

export const modulesRules: readonly Rule[] = [
  cachedPublic,
  commandModuleExportMethods,
  commonModuleMissingAPI,
  commonModuleVariables,
  compilationDirectiveLost,
  compilationDirectiveNeedLess,
  dataExchangeLoading,
  eventHandlerInvalidSignature,
  eventHandlerOutsideEventRegion,
  missingCommonModuleMethod,
  privilegedModuleMethodCall,
  redundantAccessToObject,
  serverCallsInFormEvents,
  serverSideExportFormMethod,
  transferringParametersBetweenClientAndServer,
];
