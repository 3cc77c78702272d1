import type { Text } from './i18n.ts';
import { retrying } from './retry.ts';
import { tries } from './tries.ts';

/** Not allowed, for a reason that the person is told in their language. Never retried. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly text: Text;
  constructor(code: string, text: Text) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

/** Somebody else changed the entity first. The caller reads again and decides again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/**
 * The faults of our own, by their codes, and what each means. Not a rule that says no, but something that is not there
 * or was asked for wrongly: nothing that a person did on a page leads here.
 */
export const faults = {
  // What has to be stored and is not.
  AccountMissing: 'the account of a row of the bank’s file is missing',
  AdmissionMissing: 'the round has no record of its admission',
  AgreementMissing: 'the agreement, or the text that was to be signed, is missing',
  ApplicationMissing: 'the application is gone',
  BatchMissing: 'there is no such batch of payments, or it is not frozen',
  ChecklistMissing: 'the checklist that a request is about is missing',
  ContractChangeMissing: 'an agreement of a residency does not say what is signed',
  DeliberationMissing: 'the ranking has no deliberation',
  LecturerMissing: 'the lecturer, or the account that a request is about, is missing',
  LetterMissing: 'the letter of a taken seat, or the name on it, is missing',
  PersonMissing: 'somebody who is named is not in the people file',
  PlaceMissing: 'the applicant has no place in the ranking',
  PlanMissing: 'the plan of who reviews what, or a page of it, is missing',
  RankingMissing: 'the snapshot of the ranking is missing',
  RequestMissing: 'the request, or what it asks, is missing',
  ResidencyMissing: 'the residency, or the rules of its round, is missing',
  ResultsMissing: 'the results of the round are not out',
  ReviewMissing: 'the review, or what belongs to it, is missing',
  ReviewerMissing: 'the round has no such reviewer',
  RoundMissing: 'the round is missing, in this version',
  RulesFileMissing: 'the file of rules that a request is about is missing',
  RulesMissing: 'the round has no rules for this',
  VersionMissing: 'the application has no such sent version',
  WageRulesMissing: 'the rules of wages are not loaded, or do not say what a claim comes to',
  // What is stored and may not be.
  ItemUnreadable: 'what is stored is not as it should be',
  EntryMissing: 'the entry is not in its snapshot',
  RankedAlready: 'the round is ranked already',
  AgreementAltered: 'the text of the agreement is not as it was frozen',
  BatchAltered: 'the batch of payments, or its file, is not as it was frozen',
  BudgetAltered: 'a line of the budget has less reserved than its commitments',
  RankingAltered: 'the snapshot is not as it was frozen',
  NobodyMayDecide: 'everybody who could be asked has an interest in it: somebody else has to be loaded',
  WaitlistHasEnded: 'no seat can be offered in the time that is left',
  // What nothing in the code answers for.
  AssigneeUnknown: 'the request asks somebody of a kind that nobody brings',
  FormUnknown: 'there is no such form',
  LapseUnknown: 'nothing says what the lapse of such a request means',
  MachineUnknown: 'no capability brings such a state machine',
  PagesUnknown: 'no pages answer such a request',
  RecipientUnknown: 'a mail is for somebody of a kind that nobody brings',
  RequestKindUnknown: 'nobody brings such a kind of request',
  StepUnknown: 'the capability does no such step',
  TableNotGranted: 'the Lambda does not say that it uses the table',
  // What a caller may not ask for.
  AddressMalformed: 'not a single plain e-mail address',
  AgreementNotDrafted: 'the agreement of a residency cannot be made of what its case says',
  AgreementTooLong: 'the PDF of an agreement is larger than what is kept of one',
  ChecklistNotStarted: 'a list of a residency cannot begin: its template, its manager or who does its items is missing',
  CommitmentEmpty: 'a commitment has at least one event',
  CookieMalformed: 'a cookie name is letters, digits, _ and -',
  DaysImpossible: 'not a number of business days',
  FormIncomplete: 'a field without an error has no value',
  HeaderMalformed: 'not the name of a header',
  IllegalMove: 'the lifecycle has no such move from this state',
  LinkUnsafe: 'a mail links to http, https, mailto or tel only',
  MailPartUnknown: 'a mail is made of function components',
  MatrixIndefinite: 'the matrix is not positive definite',
  OutcomeUnknown: 'the request has no such outcome',
  PlaceImpossible: 'not a place up to the present one',
  RandomTooShort: 'fewer random bytes than it takes',
  EntryTwice: 'an application is ranked twice',
  RedirectUnsafe: 'a redirect leads to a path of our own',
  ResidencyNotStarted: 'the application does not say whose residency it is, or the round not for how long',
  ReviewIncomplete: 'not a complete review',
  // What the cloud did not give.
  FileStoreFailed: 'the bucket of documents did not do what it was asked for',
  HashUsedTwice: 'a hash is read once',
  MacMissing: 'KMS gave no MAC',
  PublicKeyMissing: 'KMS gave no public key',
  ScanUnsaid: 'the bus did not take what a scan found',
  SignatureMissing: 'KMS gave no signature',
} as const satisfies Record<string, string>;
export type FaultCode = keyof typeof faults;

/** What an operator may be told of a fault on the spot: ids, states and numbers, and never what a person typed. */
export type FaultIds = Readonly<Record<string, string | number | undefined>>;

/** A fault of our own. Its code is its name, which the log, the mark of what is stuck and the notice to operators show. */
export class Fault extends Error {
  override readonly name: FaultCode;
  readonly ids: FaultIds;
  /** @param ids shown with the message, on local stages only; of what cannot be read, on all */
  constructor(code: FaultCode, ids: FaultIds = {}) {
    const given = Object.entries(ids).map(([name, id]) => `${name} ${id ?? 'none'}`);
    super([faults[code], ...given].join(', '));
    this.name = code;
    this.ids = ids;
  }
}

/** Whether something that was thrown is a fault of this code. */
export const isFault = (error: unknown, code: FaultCode): error is Fault =>
  error instanceof Fault && error.name === code;

/** The longest pause between two tries, in milliseconds. */
const longestPause = 2000;

/** Runs a read-decide-commit cycle again when a concurrent change won, with a short random pause between. */
export function decideAgainOnConflict<T>(decide: () => Promise<T>, maxAttempts: number = tries.decision): Promise<T> {
  return retrying(decide, {
    tries: maxAttempts,
    mayPass: (error) => error instanceof Conflict,
    pause: (attempt) => Math.random() * Math.min(longestPause, 50 * 2 ** attempt),
  });
}
