export { MemoriesPurged, MemoryConsolidated, MemoryMessage, memoryChannel } from './events.ts';
export { contentLimit, EdgeLine, ExportLine, HeaderLine, NodeLine, TurnLine } from './lines.ts';
export {
  type EdgeKind,
  edgeKinds,
  type Level,
  type LevelName,
  levelName,
  levelNames,
  levelNumber,
  type NodeKind,
  nodeKinds,
} from './vocabulary.ts';
