import { type Stack, Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag (`AwsSolutions-IAM5[Resource::*]`) on one construct and what is in it, with the reason
 * why. A finding that nobody acknowledged fails `cdk synth`.
 */
export function acknowledge(scope: IConstruct, findings: readonly string[], reason: string): void {
  Validations.of(scope).acknowledge(...findings.map((finding) => ({ id: `AwsSolutions::${finding}`, reason })));
}

/** The account as findings spell it, whether or not it is known yet. */
export const accountInFinding = (stack: Stack): string =>
  Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;

/** An ARN of this stack's account as findings spell it. */
export const arnInFinding = (stack: Stack, service: string, resource: string): string =>
  `arn:aws:${service}:${stack.region}:${accountInFinding(stack)}:${resource}`;
