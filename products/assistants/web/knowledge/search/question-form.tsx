import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { SearchForm, type SearchFormProps } from '../../pieces/search-form.tsx';
import { knowledgeTexts } from '../texts.ts';

/** Where a question to the documents is written. */
export function QuestionForm(props: Pick<SearchFormProps, 'question' | 'autoFocus' | 'onSearch'>): ReactNode {
  const t = useText(knowledgeTexts);
  return (
    <SearchForm
      {...props}
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      submitLabel={t('search.submit')}
      limit={2_000}
    />
  );
}
