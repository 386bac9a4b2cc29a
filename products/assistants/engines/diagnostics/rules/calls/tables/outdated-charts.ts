/** What charts and forms had before 8.3.12 and what came instead; names in pairs, Russian and English. */
interface Outdated {
  /** Names the access must begin with, lower case. */
  readonly owners: ReadonlySet<string>;
  /** Property, lower case → what replaces it. */
  readonly properties: ReadonlyMap<string, string>;
}

const set = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()));
const map = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.map(([name, instead]) => [name.toLowerCase(), instead]));

export const outdatedProperties: readonly Outdated[] = [
  {
    owners: set('ОбластьПостроенияДиаграммы', 'ChartPlotArea'),
    properties: map([
      ['ОтображатьШкалу', 'ОтображатьШкалы'],
      ['ShowScale', 'ShowScales'],
      ['ЛинииШкалы', 'ЛинииШкал'],
      ['ЦветШкалы', 'ЦветШкал'],
      ['ОтображатьПодписиШкалыСерий', 'ШкалаСерий.ПоложениеПодписейШкалы'],
      ['ShowSeriesScaleLabels', 'SeriesScale.ScaleLabelLocation'],
      ['ОтображатьПодписиШкалыТочек', 'ШкалаТочек.ПоложениеПодписейШкалы'],
      ['ShowPointsScaleLabels', 'PointsScale.ScaleLabelLocation'],
      ['ОтображатьПодписиШкалыЗначений', 'ШкалаЗначений.ПоложениеПодписейШкалы'],
      ['ShowValuesScaleLabels', 'ValuesScale.ScaleLabelLocation'],
      ['ОтображатьЛинииЗначенийШкалы', 'ШкалаЗначений.ОтображениеЛинийСетки'],
      ['ShowScaleValueLines', 'ValuesScale.GridLinesShowMode'],
      ['ФорматШкалыЗначений', 'ШкалаЗначений.ФорматПодписей'],
      ['ValueScaleFormat', 'ValuesScale.LabelFormat'],
      ['ОриентацияМеток', 'ШкалаТочек.ОриентацияПодписей'],
      ['LabelsOrientation', 'PointsScale.LabelOrientation'],
    ]),
  },
  {
    owners: set('Диаграмма', 'Chart', 'ДиаграммаГанта', 'GanttChart', 'СводнаяДиаграмма', 'PivotChart'),
    properties: map([
      ['ОтображатьЛегенду', 'ОбластьЛегенды'],
      ['ShowLegend', 'LegendArea'],
      ['ОтображатьЗаголовок', 'ОбластьЗаголовка'],
      ['ShowTitle', 'TitleArea'],
      ['ПалитраЦветов', 'ОписаниеПалитрыЦветов.ПалитраЦветов'],
      ['ColorPalette', 'ColorPaletteDescription.ColorPalette'],
      ['ЦветНачалаГрадиентнойПалитры', 'ОписаниеПалитрыЦветов.ЦветНачалаГрадиентнойПалитры'],
      ['GradientPaletteStartColor', 'ColorPaletteDescription.GradientPaletteStartColor'],
      ['ЦветКонцаГрадиентнойПалитры', 'ОписаниеПалитрыЦветов.ЦветКонцаГрадиентнойПалитры'],
      ['GradientPaletteEndColor', 'ColorPaletteDescription.GradientPaletteEndColor'],
      [
        'МаксимальноеКоличествоЦветовГрадиентнойПалитры',
        'ОписаниеПалитрыЦветов.МаксимальноеКоличествоЦветовГрадиентнойПалитры',
      ],
      ['GradientPaletteMaxColors', 'ColorPaletteDescription.GradientPaletteMaxColors'],
    ]),
  },
  {
    owners: set('ГруппировкаПодчиненныхЭлементовФормы', 'ChildFormItemsGroup'),
    properties: map([
      ['Горизонтальная', 'ГоризонтальнаяВсегда'],
      ['Horizontal', 'AlwaysHorizontal'],
    ]),
  },
];

export const outdatedChartMethods = map([
  ['ПолучитьПалитру', 'ОписаниеПалитрыЦветов.ПолучитьПалитру'],
  ['GetPalette', 'ColorPaletteDescription.GetPalette'],
  ['УстановитьПалитру', 'ОписаниеПалитрыЦветов.УстановитьПалитру'],
  ['SetPalette', 'ColorPaletteDescription.SetPalette'],
]);

export const outdatedEnumerations = map([['ОриентацияМетокДиаграммы', 'ОриентацияПодписейДиаграммы']]);

export const outdatedGlobalMethods = set('ОчиститьЖурналРегистрации', 'ClearEventLog');
