import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { keptUnlessNew } from '../read-stage.ts';
import type { Stage } from '../stage.ts';

/** Who mails come from, apart from everything else: it may be there already, and be somebody else's; see docs/adr/0020. */
export class MailStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    const isAddress = stage.mailIdentity.includes('@');
    const identity = new EmailIdentity(this, 'MailIdentity', {
      identity: isAddress ? Identity.email(stage.mailIdentity) : Identity.domain(stage.mailIdentity),
      feedbackForwarding: false,
    });
    identity.applyRemovalPolicy(keptUnlessNew(stage));
    if (isAddress || stage.local) return;
    // The DKIM records have to be in the domain's DNS before SES sends anything.
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { description: 'CNAME of the mail domain', value: `${name} ${value}` });
    });
  }
}
