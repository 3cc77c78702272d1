import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { Manifests } from '../constructs/manifests.ts';
import { resourceName, type Stage } from '../stage.ts';

interface TableShape {
  readonly partition: string;
  readonly sort?: string;
  readonly sortType?: AttributeType;
  readonly indexes?: readonly {
    readonly name: string;
    readonly partition: string;
    readonly sort: string;
    readonly whole?: boolean;
    /** Attributes beside the keys. */
    readonly including?: readonly string[];
  }[];
  readonly stream?: boolean;
  readonly expires?: boolean;
}

/** One table for each aggregate; what they hold is described at the top of each repository. */
const shapes = {
  rounds: {
    partition: 'pk',
    sort: 'sk',
    indexes: [{ name: 'listed', partition: 'listed', sort: 'opensAt', whole: true }],
  },
  applications: {
    partition: 'pk',
    sort: 'sk',
    indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
    expires: true,
  },
  requests: {
    partition: 'pk',
    indexes: [
      { name: 'due', partition: 'due', sort: 'nextActionAt' },
      { name: 'subject', partition: 'subject', sort: 'openedAt' },
      { name: 'open-for', partition: 'openFor', sort: 'dueAt' },
    ],
  },
  screenings: {
    partition: 'pk',
    sort: 'sk',
    indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
  },
  admissions: {
    partition: 'pk',
    sort: 'sk',
    indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
  },
  seats: {
    partition: 'pk',
    sort: 'sk',
    indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
  },
  people: { partition: 'pk', sort: 'sk' },
  addresses: { partition: 'pk' },
  audit: {
    partition: 'subject',
    sort: 'number',
    sortType: AttributeType.NUMBER,
    indexes: [
      { name: 'about', partition: 'about', sort: 'order', whole: true },
      { name: 'changed', partition: 'day', sort: 'subject', including: ['hash'] },
    ],
  },
  outbox: {
    partition: 'id',
    indexes: [{ name: 'due', partition: 'due', sort: 'nextAttemptAt' }],
    stream: true,
    expires: true,
  },
  pace: { partition: 'id' },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof shapes;

/** What must outlive any deployment: tables, keys, the manifests of the audit, the identity that mails come from. */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly linkKey: Key;
  readonly manifests: Manifests;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, { ...props, terminationProtection: props.stage.retain });
    const { stage } = props;
    this.tables = {
      rounds: this.table(stage, 'rounds', shapes.rounds),
      applications: this.table(stage, 'applications', shapes.applications),
      requests: this.table(stage, 'requests', shapes.requests),
      screenings: this.table(stage, 'screenings', shapes.screenings),
      admissions: this.table(stage, 'admissions', shapes.admissions),
      seats: this.table(stage, 'seats', shapes.seats),
      people: this.table(stage, 'people', shapes.people),
      addresses: this.table(stage, 'addresses', shapes.addresses),
      audit: this.table(stage, 'audit', shapes.audit),
      outbox: this.table(stage, 'outbox', shapes.outbox),
      pace: this.table(stage, 'pace', shapes.pace),
    };
    this.linkKey = new Key(this, 'LinkKey', {
      description: 'Signs the links in mails (HMAC-SHA-256)',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    new Alias(this, 'LinkKeyAlias', { aliasName: `alias/${resourceName(stage, 'links')}`, targetKey: this.linkKey });
    this.manifests = new Manifests(this, 'Manifests', stage);
    this.mailIdentity(stage);
  }

  /** Who mails come from. Its DKIM records have to be in the domain's DNS before SES sends anything. */
  private mailIdentity(stage: Stage): void {
    const isAddress = stage.mailIdentity.includes('@');
    const identity = new EmailIdentity(this, 'MailIdentity', {
      identity: isAddress ? Identity.email(stage.mailIdentity) : Identity.domain(stage.mailIdentity),
      feedbackForwarding: false,
    });
    identity.applyRemovalPolicy(stage.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
    if (isAddress || stage.local) return;
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { description: 'CNAME of the mail domain', value: `${name} ${value}` });
    });
  }

  private table(stage: Stage, name: TableName, shape: TableShape): Table {
    const table = new Table(this, `${name}-table`, {
      tableName: resourceName(stage, name),
      partitionKey: { name: shape.partition, type: AttributeType.STRING },
      ...(shape.sort && { sortKey: { name: shape.sort, type: shape.sortType ?? AttributeType.STRING } }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.retain,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(shape.stream && { stream: StreamViewType.NEW_IMAGE }),
      ...(shape.expires && { timeToLiveAttribute: 'expiresAt' }),
    });
    for (const index of shape.indexes ?? []) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        ...(index.including
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.including] }
          : { projectionType: index.whole ? ProjectionType.ALL : ProjectionType.KEYS_ONLY }),
      });
    }
    return table;
  }
}
