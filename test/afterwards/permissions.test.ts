import { describe, expect, it } from 'vitest';
import { machineNames } from '../../functions/app/machines.ts';
import { renderDefinition, statesIn } from '../../infra/render-workflow.ts';
import { workflows } from '../../infra/workflows.ts';
import { checkMachineRole } from '../../local/gate/machine-role.ts';
import { type UnusedForAReason, unusedOnAll } from '../../local/gate/recording.ts';
import { readRecords } from '../run/file-costs.ts';
import { runFolder } from '../run/test-run.ts';

/** Grants that not every function uses in a test, each with its reason. */
const neverUsedHere: readonly UnusedForAReason[] = [
  {
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-audit',
    reason: 'a commit reads the last event only for what an older release saved, and for what has no revisions',
  },
  ...['*AdmissionTasks*', '*ApplicationsTasks*'].map((role) => ({
    role,
    action: '*',
    reason: 'only runs of definitions of before each capability did its own steps call it: see recorded-definitions',
  })),
  {
    role: '*Outbox*',
    action: 'states:DescribeExecution',
    reason: 'a start whose name is taken is rare, and on one machine enough',
  },
  ...['dynamodb:GetItem', 'kms:GenerateMac'].map((action) => ({
    role: '*OutboxSweep*',
    action,
    resource: action.startsWith('kms') ? '*' : '*:table/sfa-test-codes',
    reason: 'a code that has to wait for its slot is rare; its mail is made as that which leaves at once',
  })),
  {
    role: '*OutboxSweep*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-timetables',
    reason: 'a timetable that has to wait for its slot is rare; its mail is made as that which leaves at once',
  },
  ...['dynamodb:GetItem', 'dynamodb:Query'].map((action) => ({
    role: '*OutboxSweep*',
    action,
    resource: '*:table/sfa-test-lecturers',
    reason: 'a mail to a lecturer that has to wait for its slot is rare; it is made as that which leaves at once',
  })),
  {
    role: '*RequestsChase*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-rules',
    reason:
      'rules that nobody confirms pass to a deputy after a week: tried in the process, where the clock can be turned',
  },
  ...['dynamodb:GetItem', 'dynamodb:PutItem'].map((action) => ({
    role: '*RequestsChase*',
    action,
    resource: '*:table/sfa-test-lecturers',
    reason: 'an account that nobody enters lapses after two weeks: tried in the process, where the clock can be turned',
  })),
  {
    role: '*OutboxSweep*',
    action: 'states:StartExecution',
    resource: '*:sfa-test-lecturer-wage-approval',
    reason: 'a claim whose start has to wait is rare; it is started as that which leaves at once',
  },
  {
    role: '*RuleFilesPages*',
    action: 'dynamodb:PutItem',
    resource: '*:table/sfa-test-outbox',
    reason: 'only handing rules over to somebody else of finance mails something: tried in the process',
  },
  {
    role: '*CorrectionsSettle*',
    action: '*',
    reason: 'a correction that no further claim takes, and a repayment that is due, are rare: tried in the process',
  },
  {
    role: '*RetentionEraseWages*',
    action: '*',
    reason:
      'no wage record is five years old in a test on the cloud: tried in the process, where the clock can be turned',
  },
  {
    role: '*SpotChecksOpen*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-people',
    reason: 'all of finance are looked through only if who is named and their deputy have a part in a claim',
  },
  {
    role: '*OutboxSweep*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-claims',
    reason: 'a mail about a claim that has to wait for its slot is rare; it is made as that which leaves at once',
  },
  ...['dynamodb:GetItem', 'dynamodb:Query'].map((action) => ({
    role: '*PaymentsBegin*',
    action,
    resource: '*:table/sfa-test-claims*',
    reason: 'the batch of the month is begun when its bank says so, on one day of the month: tried in the process',
  })),
  {
    role: '*PaymentsBegin*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-lecturers',
    reason: 'the batch of the month is begun when its bank says so, on one day of the month: tried in the process',
  },
  ...['*TaxMonthAsk*', '*TaxMonthPages*'].map((role) => ({
    role,
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-claims',
    reason: 'what a lecturer has paid back is read with its claim: tried in the process',
  })),
  {
    role: '*RequestsChase*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-payments',
    reason: 'what nobody does about a batch is overdue after days: tried in the process, where the clock can be turned',
  },
  {
    role: '*OutboxSweep*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-payments',
    reason: 'a batch whose start has to wait is rare; it is started as that which leaves at once',
  },
  {
    role: '*OutboxSweep*',
    action: 'states:StartExecution',
    resource: '*:sfa-test-payment-run',
    reason: 'a batch whose start has to wait is rare; it is started as that which leaves at once',
  },
  {
    role: '*PaymentsPages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-people',
    reason: 'operators are told only of what the bank has paid on a day of other taxes: tried in the process',
  },
  {
    role: '*PaymentsPages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-lecturers',
    reason: 'a payee whose facts have changed since the approval is rare: tried in the process',
  },
  ...['*DocumentsPages*', '*ScreeningPages*'].map((role) => ({
    role,
    action: 's3:*',
    reason: 'browsers use what these pages sign, in their name',
  })),
  {
    role: '*AgreementsPages*',
    action: 'dynamodb:PutItem',
    resource: '*:table/sfa-test-documents',
    reason: 'no programme asks for agreements yet; a copy that was signed elsewhere is decided in the process',
  },
  {
    role: '*AgreementsPages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-people',
    reason: 'no programme asks for agreements yet; handing one over is the same for all requests',
  },
  {
    role: '*OutboxSweep*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-agreements',
    reason: 'a mail about an agreement that has to wait for its slot is rare; it is made as that which leaves at once',
  },
  ...['dynamodb:GetItem', 'dynamodb:PutItem'].map((action) => ({
    role: '*RequestsChase*',
    action,
    resource: '*:table/sfa-test-agreements',
    reason: 'an agreement that nobody signs lapses after days: tried in the process, where the clock can be turned',
  })),
  {
    role: '*DocumentsPages*',
    action: 'kms:VerifyMac',
    reason: 'a mailed link is made a session by the first form that is posted: tried in the process',
  },
  ...['dynamodb:GetItem', 'dynamodb:PutItem'].map((action) => ({
    role: '*DocumentsCheck*',
    action,
    resource: `*:table/sfa-test-${action.endsWith('GetItem') ? 'applications' : 'outbox'}`,
    reason: 'a file that is not taken after its application was sent is rare: tried in the process',
  })),
  ...['*OutboxDispatch*', '*OutboxSweep*'].map((role) => ({
    role,
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-documents',
    reason: 'a file that is not taken after its application was sent is rare: tried in the process',
  })),
  {
    role: '*RetentionEraseDue*',
    action: 'dynamodb:PutItem',
    resource: '*:table/sfa-test-documents',
    reason: 'documents are erased in the commit that erases the person: tried in the process',
  },
  {
    role: '*IntakePages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-documents',
    reason: 'only a round that asks for documents has any to show its officer: tried in the process',
  },
  {
    role: '*ChecklistsPages*',
    action: '*',
    reason: 'no programme has checklists yet; the pages are tried in the test process, for owners of its own',
  },
  ...['dynamodb:GetItem', 'dynamodb:PutItem'].map((action) => ({
    role: '*RequestsChase*',
    action,
    resource: '*:table/sfa-test-checklists',
    reason: 'items that nobody answers about lapse after weeks: tried in the process, where the clock can be turned',
  })),
  {
    role: '*OutboxSweep*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-checklists',
    reason: 'a mail about a checklist that has to wait for its slot is rare; it is made as that which leaves at once',
  },
  ...['checklists', 'requests'].map((table) => ({
    role: '*DocumentsPages*',
    action: 'dynamodb:GetItem',
    resource: `*:table/sfa-test-${table}`,
    reason: 'no programme has checklists yet: who sends documents of their items is tried in the process',
  })),
  {
    role: '*TaxMonthAsk*',
    action: '*',
    reason: 'what there is to ask depends on the day on which the tests run: tried in the process, by every due date',
  },
  {
    role: '*TaxMonthPages*',
    action: 'dynamodb:PutItem',
    reason:
      'that a report is made is recorded in the process; on the cloud its pages are read, and refuse what is wrong',
  },
  {
    role: '*TaxMonthPages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-people',
    reason: 'a decision that passes to somebody else is tried in the process',
  },
  {
    role: '*TaxMonthPages*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-lecturers',
    reason: 'what was paid back in a month is read of its lecturers: tried in the process',
  },
  ...['applications', 'people'].map((table) => ({
    role: '*OnboardingPages*',
    action: 'dynamodb:PutItem',
    resource: `*:table/sfa-test-${table}`,
    reason: 'proves the address of whoever applied before addresses were proved, and comes by a mailed link',
  })),
  ...['ApplicationsPages', 'RequestsChase', 'OutboxSweep', 'DocumentsPages'].map((role) => ({
    role: `*${role}*`,
    action: '*',
    resource: '*:table/sfa-test-residencies',
    reason: 'who withdraws before they move in, and what lapses or waits for its slot, is tried in the process',
  })),
  {
    role: '*ApplicationsPages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-requests/index/subject',
    reason: 'who withdraws before they move in is tried in the process',
  },
  {
    role: '*RequestsChase*',
    action: '*',
    resource: '*:table/sfa-test-residencyEvents',
    reason: 'an extension that nobody signs lapses: tried in the process, where the clock can be turned',
  },
  ...['Query', 'PutItem'].map((action) => ({
    role: '*ContractsPages*',
    action: `dynamodb:${action}`,
    resource: '*:table/sfa-test-residencyEvents',
    reason: 'a change that a startup asks for is accepted in the process',
  })),
  ...[
    ['PutItem', 'applications'],
    ['PutItem', 'outbox'],
    ['Query', 'people'],
    ['PutItem', 'requests'],
    ['PutItem', 'residencies'],
    ['PutItem', 'residencyEvents'],
    ['PutItem', 'sessions'],
  ].map(([action, table]) => ({
    role: '*ResidencyEventsPages*',
    action: `dynamodb:${action}`,
    resource: `*:table/sfa-test-${table}*`,
    reason: 'a change of a contract is begun by its manager, and asked for by the startup, in the process',
  })),
  {
    role: '*ResidencyEventsPages*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-agreements',
    reason: 'copies of agreements are downloaded from the page of their request; those of a residency, in the process',
  },
  {
    role: '*ResidencyEventsPages*',
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-rounds/index/listed',
    reason: 'who comes to the page of a startup without a session is led to all rounds: tried in the process',
  },
  {
    role: '*ResidencyEventsPages*',
    action: 'kms:GenerateMac',
    resource: '*',
    reason: 'a startup goes on from its page to what it is asked: tried in the process',
  },
  ...['documents', 'rounds'].map((table) => ({
    role: '*RequestsChase*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'documents that are not there on the last day lapse: tried in the process, where the clock can be turned',
  })),
  ...['residencies', 'residencyEvents', 'agreements', 'checklists'].map((table) => ({
    role: '*RetentionEraseDue*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'a residency is erased in the commit that erases its startup: tried in the process',
  })),
  ...['documents', 'residencyEvents', 'spaces'].map((table) => ({
    role: '*OutboxSweep*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'a mail to a startup that has to wait for its slot is rare; it is made as that which leaves at once',
  })),
  ...['documents', 'spaces'].map((table) => ({
    role: '*OnboardingTasks*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'a space that is taken back, and documents of a list, are tried in the process',
  })),
  ...['ApplicationsPages', 'CaseworkPages', 'CommitteePages', 'IntakePages', 'ScreeningPages'].map((role) => ({
    role: `*${role}*`,
    action: '*',
    resource: '*:table/sfa-test-residencyEvents',
    reason: 'a round of renewal, in which figures of reports are shown, is played by its pages in the process',
  })),
  ...['residencyEvents', 'residencies'].map((table) => ({
    role: '*SeatsPages*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'that an accepted seat begins a residency, or extends one, is tried in the process',
  })),
  ...['requests/index/subject', 'rounds/index/listed', 'people', 'applications', 'requests'].map((table) => ({
    role: '*ExitsPages*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'the end by the management, and who comes without a session, are tried in the process',
  })),
  ...['sessions', 'applications', 'people', 'rounds/index/listed'].flatMap((table) =>
    ['RenewalsPages', 'ReportsPages'].map((role) => ({
      role: `*${role}*`,
      action: '*',
      resource: `*:table/sfa-test-${table}`,
      reason: 'a startup that comes by another address, or without a session, is tried in the process',
    })),
  ),
  ...['admissions', 'applications', 'screenings', 'seats'].map((table) => ({
    role: '*ResidencyEventsTasks*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'the application for an extension of whoever leaves by notice is withdrawn in the process',
  })),
  {
    role: '*ReportsPages*',
    action: 'dynamodb:GetItem',
    resource: '*:table/sfa-test-screenings',
    reason: 'whose reports somebody with an interest does not see is tried in the process',
  },
  ...['people', 'residencies', 'spaces'].map((table) => ({
    role: '*ResidencyEventsBegin*',
    action: '*',
    resource: `*:table/sfa-test-${table}`,
    reason: 'who stays past the end is told in the process, where the clock can be turned',
  })),
  {
    role: '*ResidencyEventsTasks*',
    action: 'dynamodb:PutItem',
    resource: '*:table/sfa-test-documents',
    reason: 'the list of an exit that was dropped, with its documents, is taken back in the process',
  },
  ...['residencyEvents', 'outbox'].map((table) => ({
    role: '*SpacesPages*',
    action: 'dynamodb:PutItem',
    resource: `*:table/sfa-test-${table}`,
    reason: 'a return that is confirmed at the desk has the run of the exit go on: tried in the process',
  })),
  ...['startup-lab-onboarding', 'residency-event'].map((machine) => ({
    role: '*OutboxSweep*',
    action: 'states:StartExecution',
    resource: `*:stateMachine:sfa-test-${machine}`,
    reason: 'a start that the dispatcher leaves to the sweep is tried with the other machines',
  })),
  ...['PutItem', 'DeleteItem'].map((action) => ({
    role: '*OnboardingTasks*',
    action: `dynamodb:${action}`,
    resource: `*:table/sfa-test-${action === 'PutItem' ? 'documents' : 'seats'}`,
    reason: 'what was taken back of lists and enrolments is tried in the process',
  })),
  {
    role: '*ResultsPages*',
    action: 'dynamodb:PutItem',
    resource: '*:table/sfa-test-applications',
    reason: 'proves the address of whoever applied before addresses were proved, and comes by a mailed link',
  },
  {
    role: '*RetentionEraseDue*',
    action: 'dynamodb:DeleteItem',
    resource: '*:table/sfa-test-sessions',
    reason: 'a session is over long before the retention period is; ops erase, which ends them too, is tried',
  },
];

const records = readRecords(runFolder());

/** What looks back over all tests, on all clouds: it runs when they have ended (see vitest.config.ts). */
describe('the permissions of all tests together', () => {
  it('were asked for through the gates, and none was refused', () => {
    expect(records).not.toEqual([]);
    for (const { recording, calls } of records) {
      const sum = Object.values(calls).reduce((total, count) => total + count, 0);
      console.log(`permissions: ${sum} calls, ${recording.length} different permissions`);
      expect(recording.length).toBeGreaterThan(0);
      expect(recording.filter(({ allowed }) => !allowed)).toEqual([]);
    }
  });

  it('are all that is granted to functions, but for what has a reason', () => {
    const unused = unusedOnAll(records, neverUsedHere);
    const lines = unused.map(
      ({ role, action, resource }) => `${role.replace(/^sfa-test-app-/u, '')} ${action} ${resource}`,
    );
    const roles = records[0]?.roles.length ?? 0;
    console.log(
      `permissions: ${unused.length} grants of ${roles} roles unused${lines.map((line) => `\n  ${line}`).join('')}`,
    );
    // A part of the tests uses a part of the grants: only the whole can tell.
    if (process.env.SFA_WHOLE === '1') expect(lines).toEqual([]);
    else expect(roles).toBeGreaterThan(5);
  });

  it.each(machineNames)('are enough for the state machine %s as it is deployed', (name) => {
    const rendered = workflows.find((workflow) => workflow.name === name);
    if (!rendered) throw new Error(`${name} is no workflow`);
    const tasks = Object.entries(statesIn(renderDefinition(rendered.define)))
      .filter(([, { Type }]) => Type === 'Task')
      .map(([state]) => state);
    expect(tasks.length).toBeGreaterThan(1);
    const machines = records.map(({ machines: all }) => all[name]);
    expect(machines).not.toEqual([]);
    for (const machine of machines) {
      const check = checkMachineRole(JSON.parse(machine?.definition ?? '{}'), machine?.role.policies ?? []);
      expect(check.missing).toEqual([]);
      expect(check.used.map(({ state }) => state).sort()).toEqual(tasks.sort());
    }
  });
});
