/**
 * Imports point one way: entry → use case → domain and table → shared (docs/architecture.md).
 * Files are read by swc: the checker cannot use a TypeScript newer than 6. That it sees the files and finds what is
 * forbidden is itself tested, in test/infra/import-rules.test.ts.
 */

/** Pure domain: lifecycles, rules, keys. No clock, no AWS. */
const domain = [
  'audit/manifest',
  'casework/(list-position|round-counts)',
  'agreements/(agreement|owners|signing|template)',
  'checklists/(checklist|deciding|documents-owner|item|list-from-template|owners|reporting|template)',
  'applications/(application|identity)',
  'attachments/(attachments|attachment-texts)',
  'calendar/invitation',
  'forms/.+',
  'codes/(code|mail-domains)',
  'committee/moves',
  'documents/(deciding|document|file-name|formats|owners|read-event|sending|slot)',
  'outbox/entry',
  'people/person',
  'requests/(plan|request|schedule)',
  'rounds/(admission-(change|contradictions|rules)|check-round|contradictions|eligibility|findings|harm|moments|own-dates|placeholders|renews|residency|residency-contradictions|round|round-change|round-documents|round-parts|sessions-text|told-round|written-once)',
  'runs/(run|run-index)',
  'seats/(enrolment|new-place|offer-deadline|place|seat)',
  'selection/(admission|allocation|cholesky|counting|lot|ranking|severity|snapshot)',
  'reviewers/(absence|assign-in-doubt|assignment|balanced-flow|conflicts|found-interests|masked-.+|masking|names-that-are-words|organisation-names|organisations|romanisation|shared-mail)',
  'screening/(review|score|screening)',
  'second-factor/(challenge|decision|passkey)',
  'sessions/session',
  'spaces/(change-holdings|occupancy|plan-spaces|propose-space|read-spaces|space|stays)',
  'residency-rules/.+',
  'residency-events/(places|standing)',
  'residencies/(contract-change|measure|residency|residency-event|startup-of)',
  'reports/(report|words)',
  'contracts/(addendum|agreement-events)',
  'exits/exit-events',
  'renewals/invited',
  'budget/budget(-file)?',
  'timetable/(lesson|plan-timetable|read-timetable)',
  'wages/.+',
  'lecturers/(account|lecturer|plan-lecturer|read-lecturers)',
  'rule-files/(differences|examples|rule-kinds|rule-version)',
  'bank-files/.+',
  'payments/(batch|match-result|payable-claim|propose-batch|separation|transfer)',
  'tax-month/(filing|tax-.+)',
  'shared/(errors|i18n|random|references|sha256|time|time-of-day)',
  'shared/database/canonical',
  'shared/files/check-yaml',
  'shared/text/(amounts|folded|normalise|resident-number|strict-text|won)',
].map((path) => `^functions/${path}[.]ts$`);

/**
 * The rooms of functions/, from the lowest up: each imports from those before it only. Ideas know no block and no
 * programme; of the programmes each knows those that come before it in what people do.
 */
const rooms = [
  'assets',
  'shared',
  // ideas
  'audit',
  'people',
  'outbox',
  'runs',
  'requests',
  'sessions',
  'codes',
  'desk',
  'second-factor',
  // blocks
  'calendar',
  'documents',
  'agreements',
  'checklists',
  'residency-rules',
  'spaces',
  // programmes
  'rounds',
  'forms',
  'applications',
  'attachments',
  'intake',
  'reviewers',
  'screening',
  'selection',
  'committee',
  'seats',
  'letters',
  'results',
  'cohort',
  'residencies',
  'onboarding',
  'reports',
  'contracts',
  'renewals',
  'exits',
  'residency-events',
  'timetable',
  'budget',
  'wages',
  'lecturers',
  'rule-files',
  'bank-files',
  'claim-rules',
  'claims',
  'corrections',
  'spot-checks',
  'payments',
  'tax-month',
  'statements',
  'retention',
  'casework',
  // the whole
  'app',
  // what commands do with all of it when people change
  'people-changes',
];

/** Why a room may reach one above it, each with its reason. */
const exceptions = [
  // The outbox entry is part of every transaction; only its shape is imported.
  { from: '^functions/shared/database/commit[.]ts$', to: '^functions/outbox/entry[.]ts$' },
  // What is typed is counted in the browser by the lines that count it on the server.
  { from: '^functions/assets/script/', to: '^functions/shared/text/text[.]ts$' },
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'There are no cycles.', {}, { circular: true }),
    forbid('no-missing', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    ...rooms.flatMap((room, index) => {
      const above = rooms.slice(index + 1);
      const path = `^functions/(${above.join('|')})/`;
      if (above.length === 0) return [];
      return [
        forbid(
          'rooms-know-only-those-below',
          'Imports run down; where a lower room has to tell a higher one, it declares a port.',
          { path: `^functions/${room}/`, pathNot: ['[.]lambda[.]tsx?$', ...exceptions.map(({ from }) => from)] },
          { path },
        ),
        forbid(
          'entries-know-only-those-below-and-the-whole',
          'An entry is a composition root: it may take from app/ what higher rooms supply.',
          { path: `^functions/${room}/.+[.]lambda[.]tsx?$` },
          { path, pathNot: '^functions/app/' },
        ),
      ];
    }),
    ...exceptions.map(({ from, to }, index) =>
      forbid(
        `exception-${index + 1}`,
        'Only what is listed, and nothing more of the higher room.',
        { path: from },
        { path: '^functions/(?!shared/|assets/)', pathNot: to },
      ),
    ),
    forbid(
      'rooms-are-listed',
      'Every folder of functions/ has its place in the order.',
      { path: `^functions/(?!(${rooms.join('|')})/)` },
      {},
    ),
    forbid(
      'domain-without-aws',
      'The domain is pure: no AWS SDK, no Powertools; of a table at most a type.',
      { path: domain },
      {
        path: [
          'node_modules/@(aws|middy)',
          '-table[.]ts$',
          '^functions/shared/(database/database|aws/service|database/commit)[.]ts$',
        ],
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
          '^functions/app/open-(delivery|reconciling)[.]ts$',
          '^functions/shared/aws/service[.]ts$',
        ],
      },
      { path: '^functions/shared/aws/read-environment[.]ts$' },
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
      'A definition is CDK, its steps, and the names that capabilities are known by.',
      { path: '^workflows/' },
      { path: '^(functions|local|ops)/', pathNot: '^functions/[^/]+/joints[.]ts$' },
    ),
    forbid(
      'joints-import-nothing',
      'Names are read from everywhere, so that they bring nothing with them.',
      { path: '^functions/[^/]+/joints[.]ts$' },
      {},
    ),
    forbid(
      'browsers-get-no-more',
      'The script of the pages is our own, and small.',
      { path: '^functions/assets/script/' },
      { pathNot: '^functions/(assets/script/|shared/text/text[.]ts$)' },
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
