const moduleSigns =
  /^\s*(?:Процедура|Функция|КонецПроцедуры|КонецФункции|Если .+ Тогда|Для .+ Цикл|Попытка|Procedure|Function|#Область|&НаКлиенте|&НаСервере|\/\/.*)|^\s*[\p{L}_][\p{L}\d_.]*(?:\([^)]*\))?\s*=\s*.+;\s*$/mu;
const querySigns = /^\s*(?:ВЫБРАТЬ|SELECT)\b|^\s*(?:ВЫБРАТЬ)(?:\s|$)/imu;

/** The language of code that somebody pasted; null for what reads like plain text. */
export function languageOfPaste(text: string): 'bsl' | 'query' | null {
  if (!text.trim().includes('\n') || text.includes('```')) return null;
  if (
    querySigns.test(text) &&
    !/;\s*$/mu.test(text.split('\n')[0] ?? '') &&
    /^\s*(?:ВЫБРАТЬ|SELECT)/iu.test(text)
  )
    return 'query';
  return moduleSigns.test(text) ? 'bsl' : null;
}
