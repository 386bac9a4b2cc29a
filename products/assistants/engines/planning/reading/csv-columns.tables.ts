/** Columns of a table of tasks, by the names they may have: English, Russian, and those of MS Project. */
export const columns = {
  id: ['id', 'uid', 'wbs', 'ид', 'номер', '№'],
  name: ['name', 'task', 'task name', 'название', 'название задачи', 'задача', 'наименование'],
  duration: ['duration', 'длительность'],
  optimistic: ['optimistic', 'o', 'оптимистичная', 'оптимистическая'],
  likely: ['likely', 'most likely', 'm', 'вероятная', 'наиболее вероятная'],
  pessimistic: ['pessimistic', 'p', 'пессимистичная', 'пессимистическая'],
  predecessors: ['predecessors', 'предшественники'],
  resources: ['resources', 'resource names', 'ресурсы', 'названия ресурсов'],
  fixedCost: ['fixed cost', 'fixed_cost', 'фиксированные затраты'],
  startNoEarlierThan: ['start no earlier than', 'start_no_earlier_than', 'начало не ранее'],
  mustFinishBy: ['must finish by', 'must_finish_by', 'deadline', 'крайний срок'],
  group: ['group', 'phase', 'этап', 'фаза', 'группа'],
  percentComplete: ['percent complete', '% complete', 'percent_complete', '% завершения', 'готовность'],
  actualCost: ['actual cost', 'actual_cost', 'фактические затраты'],
} as const;

export type Column = keyof typeof columns;
