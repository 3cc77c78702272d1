import { type Stack, Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag (`AwsSolutions-IAM5[Resource::*]`) on one construct and what is in it, with the reason
 * why. A finding that nobody acknowledged fails `cdk synth`.
 */
export function acknowledge(scope: IConstruct, findings: readonly string[], reason: string): void {
  Validations.of(scope).acknowledge(...findings.map((finding) => ({ id: `AwsSolutions::${finding}`, reason })));
}

/** An ARN of this stack's account as findings spell it, whether or not the account is known yet. */
export function arnInFinding(stack: Stack, service: string, resource: string): string {
  const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;
  return `arn:aws:${service}:${stack.region}:${account}:${resource}`;
}
