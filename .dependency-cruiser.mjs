/**
 * Floors and rooms (ARCHITECTURE.md). You may look down any number of floors; on your own floor only into
 * your own module (a capability also into those it declared); across rooms only into `contract`; another
 * module is entered by its front door, `index.ts`, never by a path inside it.
 */
const capabilityMayUse = {
  memory: ['llm', 'search', 'files'],
  notifications: ['identity'],
  payments: ['identity'],
  tenants: ['identity'],
  moderation: ['llm', 'files'],
  chat: ['identity', 'files', 'moderation', 'notifications'],
  recommendations: ['analytics', 'search'],
  messenger: ['identity', 'files', 'notifications'],
};

const test = '[.](test|e2e|bench)[.]tsx?$';

const capabilityRules = [
  'identity',
  'llm',
  'files',
  'speech',
  'geo',
  'search',
  'analytics',
  ...Object.keys(capabilityMayUse),
]
  .filter((name, index, all) => all.indexOf(name) === index)
  .map((name) => ({
    name: `capability-${name}-uses-what-it-declared`,
    severity: 'error',
    from: { path: `^capabilities/${name}/` },
    to: {
      path: '^capabilities/',
      pathNot: [
        `^capabilities/${name}/`,
        ...(capabilityMayUse[name] ?? []).map((used) => `^capabilities/${used}/`),
      ],
    },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'base-stands-alone',
      severity: 'error',
      from: { path: '^base/', pathNot: test },
      to: { pathNot: '^base/' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: ['^capabilities/', '^products/', '^apps/'] },
    },
    {
      name: 'capability-knows-no-product',
      severity: 'error',
      from: { path: '^capabilities/' },
      to: { path: ['^products/', '^apps/'] },
    },
    ...capabilityRules,
    {
      name: 'product-knows-no-other-product',
      severity: 'error',
      from: { path: '^products/([^/]+)/' },
      to: { path: '^products/', pathNot: '^products/$1/' },
    },
    { name: 'product-knows-no-app', severity: 'error', from: { path: '^products/' }, to: { path: '^apps/' } },
    {
      name: 'front-door-only',
      severity: 'error',
      from: { path: '^(?:capabilities|products)/([^/]+)/' },
      to: {
        path: '^(capabilities|products)/([^/]+)/',
        pathNot: [
          '^(?:capabilities|products)/$1/',
          '^(capabilities|products)/[^/]+/(contract|server|web|bot|testing)/index[.]tsx?$',
          '^products/[^/]+/(cli|engines/[^/]+)/index[.]ts$',
          '/server/module[.]ts$',
        ],
      },
    },
    {
      name: 'platform-front-door-only',
      severity: 'error',
      from: { pathNot: '^platform/' },
      to: { path: '^platform/', pathNot: '^platform/(contract|web|testing|server/[^/]+)/index[.]tsx?$' },
    },
    {
      name: 'only-apps-load-modules',
      severity: 'error',
      from: { path: '^(platform|capabilities|products)/', pathNot: test },
      to: { path: '/server/module[.]ts$' },
    },
    {
      name: 'contract-is-isomorphic',
      severity: 'error',
      from: { path: '/contract/' },
      to: { path: ['/(server|web|testing)/', '^apps/'] },
    },
    {
      name: 'contract-needs-no-node',
      severity: 'error',
      from: { path: '(^base|/contract)/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^products/[^/]+/engines/', pathNot: [test, '[.]fixture[.]ts$'] },
      to: { path: ['/(contract|server|web|cli|testing)/', '^(platform|capabilities|apps)/'] },
    },
    {
      name: 'engines-need-no-node',
      severity: 'error',
      from: { path: '^products/[^/]+/engines/', pathNot: [test, '[.]fixture[.]ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-front-door-only',
      severity: 'error',
      // A test may use the samples of another engine.
      from: { path: '^products/([^/]+)/(?:engines/([^/]+)|server|web|cli|contract)/', pathNot: test },
      to: {
        path: '^products/$1/engines/([^/]+)/',
        pathNot: ['^products/$1/engines/$2/', '^products/$1/engines/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '(^|/)web/', pathNot: '[.]config[.]ts$' },
      to: { path: '/(server|testing)/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '/server/' },
      to: { path: '/web/' },
    },
    {
      name: 'tests-only-doubles',
      severity: 'error',
      from: { pathNot: [test, '/testing/', '^(e2e|benchmarks|tools)/', '[.]config[.]ts$'] },
      to: { path: '/testing/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: {
        path: ['[.](store|read)[.]ts$', '^platform/server/(database|http|jobs|events|cache)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'doors-do-no-sql',
      severity: 'error',
      from: { path: '/(http|listeners)/', pathNot: ['^platform/', test] },
      to: { path: '[.](store|read)[.]ts$' },
    },
    {
      name: 'no-relative-escape',
      severity: 'error',
      from: { path: '^(base|platform|capabilities/[^/]+|products/[^/]+|apps)/' },
      to: {
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased'],
        pathNot: ['^$1/', '^package[.]json$'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|coverage|violations)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
