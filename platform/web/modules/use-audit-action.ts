import { useLocalized } from '../i18n/use-language.ts';
import { usePlatform } from '../root/platform-context.ts';

/** Names audited actions to people, those of every module; one that nobody named keeps its own name. */
export function useAuditAction(): (action: string) => string {
  const localized = useLocalized();
  const { modules } = usePlatform();
  return (action) => {
    const name = modules.map(({ auditActions }) => auditActions?.[action]).find((one) => one !== undefined);
    return name === undefined ? action : localized(name);
  };
}
