import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import type { Fault } from './violations.rules.ts';

/** Puts a field's fault into words. */
export function useFaultText(): (fault: Fault) => string {
  const t = useText(platformTexts);
  return (fault) => {
    switch (fault.kind) {
      case 'told':
        return fault.text;
      case 'too_short':
      case 'too_long':
      case 'few_items':
      case 'many_items':
        return t(`field.${fault.kind}`, { count: fault.count });
      case 'minimum':
      case 'maximum':
        return t(`field.${fault.kind}`, { limit: fault.limit });
      case 'required':
      case 'pattern':
      case 'email':
      case 'number':
      case 'integer':
      case 'choice':
      case 'invalid':
        return t(`field.${fault.kind}`);
    }
  };
}
