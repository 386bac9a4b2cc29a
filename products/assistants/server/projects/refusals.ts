import { Refusal } from '#base/refusal';

export const noProject = (): Refusal =>
  new Refusal('not_found', 'assistants.project_not_found', 'There is no such project.');

export const nothingRead = (): Refusal =>
  new Refusal('conflict', 'assistants.project_empty', 'Nothing of this project was read yet.');

export const noVersion = (): Refusal =>
  new Refusal('not_found', 'assistants.version_not_found', 'There is no such version.');

export const noModule = (): Refusal =>
  new Refusal('not_found', 'assistants.module_not_found', 'The project has no such module.');

export const noUpload = (): Refusal =>
  new Refusal('not_found', 'assistants.upload_not_found', 'The project has no such file.');

export const nameTaken = (): Refusal =>
  new Refusal('conflict', 'assistants.project_name_taken', 'The company has a project of this name already.');

/** Names an object that the configuration does not have, with what may have been meant. */
export const noObject = (name: string, suggestions: readonly string[]): Refusal => {
  const meant = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.slice(0, 5).join(', ')}?`;
  return new Refusal(
    'not_found',
    'assistants.object_not_found',
    `There is no ${name.slice(0, 200)}.${meant}`,
    {
      suggestions,
    },
  );
};
