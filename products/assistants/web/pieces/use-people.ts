import { listMembers } from '#capabilities/tenants/contract';
import { useCall, useText } from '#platform/web';
import { piecesTexts } from './texts.ts';
import { useMyCompany } from './use-my-company.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface People {
  readonly all: readonly Person[];
  readonly isPending: boolean;
  /** Null: an account that is gone. */
  nameOf(id: string | null): string;
}

/** Who belongs to the company this person works in. */
export function usePeople(): People {
  const t = useText(piecesTexts);
  const company = useMyCompany();
  const { data, isPending } = useCall(
    listMembers,
    { params: { id: company?.id ?? '' } },
    { enabled: company !== undefined, staleTime: 60_000 },
  );
  const all = (data?.items ?? []).map(({ user_id: id, display_name: name }) => ({ id, name }));
  return {
    all,
    isPending,
    nameOf(id) {
      if (id === null) return t('person.gone');
      const known = all.find((person) => person.id === id);
      if (known !== undefined) return known.name;
      return data === undefined ? '…' : t('person.left');
    },
  };
}
