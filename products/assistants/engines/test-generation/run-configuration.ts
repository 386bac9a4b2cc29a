export interface RunConfiguration {
  /** Extensions whose tests run; empty: all. */
  readonly extensions: readonly string[];
  readonly modules: readonly string[];
  readonly reportFormat: 'jUnit' | 'allure' | 'JSON';
  /** Where the report is written, on the machine that runs the tests. */
  readonly reportPath: string;
  readonly exitCodePath: string;
}

/** The file that tells YAxUnit what to run and where to report. */
export function writeRunConfiguration(configuration: RunConfiguration): string {
  const { extensions, modules, reportFormat, reportPath, exitCodePath } = configuration;
  const filter = {
    ...(extensions.length > 0 ? { extensions } : {}),
    ...(modules.length > 0 ? { modules } : {}),
  };
  const content = {
    filter,
    reportFormat,
    reportPath,
    closeAfterTests: true,
    showReport: false,
    exitCode: exitCodePath,
    logging: { level: 'info' },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
