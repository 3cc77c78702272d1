/** What the mapping has to look up in the cloud, because the call itself does not say it. */
export interface World {
  readonly region: string;
  readonly account: string;
  /** Verified identities of SES: addresses and domains. */
  identities(): Promise<readonly string[]>;
  /** The ARN of a key by its id, ARN or alias. */
  keyArn(id: string): Promise<string>;
  /** The machines that hand out task tokens. */
  callbackMachines(): Promise<readonly string[]>;
}
