export interface VanessaParameters {
  readonly featurePath: string;
  readonly projectPath: string;
  /** Scenarios with one of these tags run; empty: all. */
  readonly filterTags: readonly string[];
  readonly ignoreTags: readonly string[];
  readonly stopOnError: boolean;
  /** Where the JUnit report is written. */
  readonly junitPath: string;
}

/** The settings file of Vanessa Automation for a run without a person. */
export function writeVanessaParameters(parameters: VanessaParameters): string {
  const { featurePath, projectPath, filterTags, ignoreTags, stopOnError, junitPath } = parameters;
  const content = {
    featurepath: featurePath,
    projectpath: projectPath,
    gherkinlanguage: 'ru',
    filtertags: filterTags,
    ignoretags: ignoreTags,
    stoponerror: stopOnError,
    NumberOfAttemptsToExecuteTheScript: 1,
    junitcreatereport: true,
    junitpath: junitPath,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
