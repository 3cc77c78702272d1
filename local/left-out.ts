/** A resource that MiniStack cannot create and that would fail the whole stack there. */
export interface LeftOut {
  /** The CloudFormation type. */
  readonly type: string;
  readonly reason: string;
  /** What does not happen locally because of it, as printed at the start. */
  readonly meaning: string;
}

/** The one list of what the stages `local` and `test` are deployed without; infra reads it, `npm start` prints it. */
export const leftOut = [
  {
    type: 'AWS::CloudWatch::CompositeAlarm',
    reason: 'MiniStack 1.5.33 does not know the type',
    meaning: 'no summarising alarm: each alarm stands by itself',
  },
  {
    type: 'AWS::StepFunctions::StateMachineVersion',
    reason: 'MiniStack 1.5.33 does not know the type',
    meaning: 'a deploy changes the state machines at once, without a version to go back to',
  },
  {
    type: 'AWS::StepFunctions::StateMachineAlias',
    reason: 'MiniStack 1.5.33 does not know the type',
    meaning: 'runs are started on the state machine itself',
  },
  {
    type: 'AWS::Logs::QueryDefinition',
    reason: 'MiniStack 1.5.33 does not know the type',
    meaning: 'no saved log queries',
  },
] as const satisfies readonly LeftOut[];

/** The stages that run on the local cloud. */
export const localStages = ['local', 'test'] as const;

/** Whether a resource of this type is left out of this stage. */
export const isLeftOut = (stage: string, type: (typeof leftOut)[number]['type']): boolean =>
  localStages.some((name) => name === stage) && leftOut.some((left) => left.type === type);
