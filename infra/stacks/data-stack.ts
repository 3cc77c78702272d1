import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import * as shapes from '../../functions/app/tables.ts';
import type { TableShape } from '../../functions/shared/database/table-shape.ts';
import { DocumentsBucket } from '../constructs/documents-bucket.ts';
import { Manifests } from '../constructs/manifests.ts';
import { keptUnlessNew } from '../read-stage.ts';
import { resourceName, type Stage } from '../stage.ts';

/** What must outlive any deployment: tables, keys, the manifests of the audit, documents. How it is made anew: docs/adr/0020. */
export class DataStack extends Stack {
  private readonly tables: ReadonlyMap<string, Table>;
  readonly linkKey: Key;
  readonly codeKey: Key;
  readonly manifests: Manifests;
  readonly documents: DocumentsBucket;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, { ...props, terminationProtection: props.stage.retain });
    const { stage } = props;
    this.tables = new Map(
      Object.entries<TableShape>(shapes).map(([name, shape]) => [name, this.makeTable(stage, name, shape)]),
    );
    this.linkKey = this.makeMacKey(stage, 'LinkKey', 'links', 'Signs the links in mails (HMAC-SHA-256)');
    this.codeKey = this.makeMacKey(stage, 'CodeKey', 'codes', 'Derives the codes in mails (HMAC-SHA-256)');
    this.manifests = new Manifests(this, 'Manifests', stage);
    this.documents = new DocumentsBucket(this, 'Documents', stage);
  }

  table(name: string): Table {
    const found = this.tables.get(name);
    if (!found) throw new Error(`no capability brings the table ${name}`);
    return found;
  }

  private makeMacKey(stage: Stage, id: string, alias: string, description: string): Key {
    const key = new Key(this, id, {
      description,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: keptUnlessNew(stage),
    });
    new Alias(this, `${id}Alias`, { aliasName: `alias/${resourceName(stage, alias)}`, targetKey: key });
    return key;
  }

  private makeTable(stage: Stage, name: string, shape: TableShape): Table {
    const table = new Table(this, `${name}-table`, {
      tableName: resourceName(stage, name),
      partitionKey: { name: shape.partition, type: AttributeType.STRING },
      ...(shape.sort && {
        sortKey: { name: shape.sort, type: shape.sortsByNumber ? AttributeType.NUMBER : AttributeType.STRING },
      }),
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
