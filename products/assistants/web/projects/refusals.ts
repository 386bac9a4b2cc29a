import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { projectsTexts } from './texts.ts';

const own = [
  'project_not_found',
  'project_empty',
  'project_name_taken',
  'too_many_projects',
  'too_many_uploads',
  'upload_not_found',
  'upload_in_progress',
  'object_not_found',
  'module_not_found',
  'version_not_found',
  'not_a_module',
  'file_empty',
  'file_too_large',
] as const;

/** What refusals of projects mean to a person, by code. */
export function useProjectRefusals(): RefusalTexts {
  const t = useText(projectsTexts);
  return useMemo(
    () => ({
      ...Object.fromEntries(own.map((code) => [`assistants.${code}`, t(`refusal.${code}`)])),
      'tenants.role_too_low': t('refusal.role_too_low'),
      'tenants.company_not_found': t('refusal.company_not_found'),
      'http.body_too_large': t('refusal.file_too_large'),
    }),
    [t],
  );
}
