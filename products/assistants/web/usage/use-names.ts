import { listMembers } from '#capabilities/tenants/contract';
import { useCall, useLocalized, useText } from '#platform/web';
import { listAssistants } from '../../contract/index.ts';
import { useMyCompany } from '../pieces/use-my-company.ts';
import { usageTexts } from './texts.ts';

/** What an assistant is called; its name in addresses when it is gone. */
export function useRoleName(): (role: string) => string {
  const localized = useLocalized();
  const { data } = useCall(listAssistants, {}, { staleTime: 60_000 });
  return (role) => {
    const known = data?.items.find((each) => each.role === role);
    return known === undefined ? role : localized(known.title);
  };
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface People {
  readonly all: readonly Person[];
  nameOf(id: string | null): string;
}

/** Who belongs to the company. */
export function usePeople(): People {
  const t = useText(usageTexts);
  const company = useMyCompany();
  const { data } = useCall(
    listMembers,
    { params: { id: company?.id ?? '' } },
    { enabled: company !== undefined, staleTime: 60_000 },
  );
  const all = (data?.items ?? []).map(({ user_id: id, display_name: name }) => ({ id, name }));
  return {
    all,
    nameOf(id) {
      if (id === null) return t('person.gone');
      const known = all.find((person) => person.id === id);
      if (known !== undefined) return known.name;
      return data === undefined ? '…' : t('person.left');
    },
  };
}
