/** Folder of everything the storage keeps of a company's projects. */
export function companyFolder(companyId: string): string {
  return `assistants/projects/${companyId}/`;
}

export function uploadKey(companyId: string, projectId: string, uploadId: string): string {
  return `${companyFolder(companyId)}${projectId}/uploads/${uploadId}`;
}

/** What checks ask of a version, beside its graph. */
export function groundKey(companyId: string, projectId: string, graphId: string): string {
  return `${companyFolder(companyId)}${projectId}/grounds/${graphId}`;
}

export function graphKey(companyId: string, projectId: string, graphId: string): string {
  return `${companyFolder(companyId)}${projectId}/graphs/${graphId}`;
}
