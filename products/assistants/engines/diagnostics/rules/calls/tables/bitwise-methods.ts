/** Methods the global context has had since 8.3.12, lower case, in both languages. */
export const bitwiseMethods: ReadonlySet<string> = new Set([
  ...['проверитьбит', 'checkbit', 'проверитьпобитовоймаске', 'checkbybitmask', 'установитьбит', 'setbit'],
  ...['побитовоеи', 'bitwiseand', 'побитовоеили', 'bitwiseor', 'побитовоене', 'bitwisenot'],
  ...['побитовоеине', 'bitwiseandnot', 'побитовоеисключительноеили', 'bitwisexor'],
  ...['побитовыйсдвигвлево', 'bitwiseshiftleft', 'побитовыйсдвигвправо', 'bitwiseshiftright'],
]);
