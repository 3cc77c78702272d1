/**
 * Imports point one way: entry → use case → domain and table → shared (DESIGN.md).
 * Files are read by swc: the checker cannot use a TypeScript newer than 6. That it sees the files and finds what is
 * forbidden is itself tested, in test/infra/import-rules.test.ts.
 */

/** Pure domain: lifecycles, rules, keys. No clock, no AWS. */
const domain = [
  'applications/(application|eligibility|identity)',
  'applications/forms/.+',
  'committee/moves',
  'outbox/entry',
  'people/person',
  'requests/request',
  'rounds/(admission-(change|contradictions|rules)|check-round|contradictions|findings|harm|round|round-change|round-parts)',
  'runs/run',
  'seats/(enrolment|new-place|offer-deadline|place|seat)',
  'selection/(admission|allocation|cholesky|counting|lot|ranking|severity|snapshot)',
  'screening/(absence|assignment|balanced-flow|conflicts|review|score|screening|shared-mail)',
  'shared/(canonical|errors|i18n|normalise|random|references|time)',
].map((path) => `^functions/${path}[.]ts$`);

/** Why shared/ may reach a capability, each with its reason. */
const sharedExceptions = [
  // The outbox entry is part of every transaction; only its shape is imported.
  { from: '^functions/shared/commit[.]ts$', to: '^functions/outbox/entry[.]ts$' },
  // The page frame links the style sheet by its content's hash.
  { from: '^functions/shared/pages/layout[.]tsx$', to: '^functions/assets/stylesheet[.]ts$' },
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'There are no cycles.', {}, { circular: true }),
    forbid('no-missing', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'shared-knows-no-capability',
      'shared/ is below all capabilities.',
      { path: '^functions/shared/', pathNot: sharedExceptions.map(({ from }) => from) },
      { path: '^functions/(?!shared/)' },
    ),
    ...sharedExceptions.map(({ from, to }, index) =>
      forbid(
        `shared-exception-${index + 1}`,
        'Only what is listed, and nothing more of the capability.',
        { path: from },
        { path: '^functions/(?!shared/)', pathNot: to },
      ),
    ),
    forbid(
      'domain-without-aws',
      'The domain is pure: no AWS SDK, no Powertools; of a table at most a type.',
      { path: domain },
      {
        path: ['node_modules/@(aws|middy)', '-table[.]ts$', '^functions/shared/(database|service|commit)[.]ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'nobody-imports-an-entry',
      'Entries are where it begins; their tests alone begin there too.',
      { pathNot: '^test/' },
      { path: '[.]lambda[.]tsx?$' },
    ),
    forbid(
      'entries-only-wire',
      'Only entries, their wiring and what every entry opens read the environment.',
      {
        path: '^functions/',
        pathNot: [
          '[.]lambda[.]tsx?$',
          '^functions/app/(open-delivery|wiring)[.]ts$',
          '^functions/shared/(environments?|service)[.]ts$',
        ],
      },
      { path: '^functions/shared/environments?[.]ts$' },
    ),
    forbid(
      'plain-node-runs-no-tsx',
      'infra, ops, local and workflows are run by Node as they are, which cannot read JSX.',
      { path: '^(infra|ops|local|workflows)/' },
      { path: '[.]tsx$', reachable: true },
    ),
    forbid(
      'no-tests-in-production',
      'Tests are below nobody.',
      { path: '^(functions|infra|local|ops|workflows)/' },
      { path: '^test/' },
    ),
    forbid(
      'functions-know-nobody-above',
      'What runs in a Lambda knows neither how it is deployed nor who operates it.',
      { path: '^functions/' },
      { path: '^(infra|local|ops|workflows)/' },
    ),
    forbid(
      'workflows-know-only-steps',
      'A definition is CDK and its steps.',
      { path: '^workflows/' },
      { path: '^(functions|local|ops)/' },
    ),
    forbid(
      'deployed-only-from-dependencies',
      'Lambdas are bundled from dependencies, not from tools; types and the font are no code.',
      { path: '^functions/' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/@types/', 'node_modules/pretendard-gov/'],
      },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk[.]out|dist|[.]local)/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
