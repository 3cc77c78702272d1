import { CfnOutput } from 'aws-cdk-lib';
import { ApiMapping, CfnStage, DomainName, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { lambdas } from '../lambdas.ts';
import { acknowledge } from '../nag.ts';
import { keptUnlessNew } from '../read-stage.ts';
import { resourceName, type Stage } from '../stage.ts';
import type { Functions } from './functions.ts';

/**
 * Requests a second that the pages take, sustained and at once: 650 people with two calls each, and half as much again.
 * What that means for Lambda is in docs/architecture.md.
 */
const throttle = { rate: 2000, burst: 4000 };

/** The HTTP API in front of the pages. */
export class Web extends Construct {
  readonly api: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    { stage, functions }: { readonly stage: Stage; readonly functions: Functions },
  ) {
    super(scope, id);
    const integrations = functions
      .which(({ routes }) => routes !== undefined)
      .map((entry) => ({
        routes: lambdas.get(entry.entry)?.routes ?? [],
        // One permission for all routes of a function: each is a resource of the stack's 500.
        integration: new HttpLambdaIntegration(entry.node.id, entry.function, { scopePermissionToRoute: false }),
      }));
    this.api = new HttpApi(this, 'Api', {
      apiName: resourceName(stage, 'pages'),
      createDefaultStage: true,
      defaultIntegration: integrations.find(({ routes }) => routes.includes('$default'))?.integration,
    });
    for (const { routes, integration } of integrations) {
      for (const path of routes) if (path !== '$default') this.api.addRoutes({ path, integration });
    }

    acknowledge(
      this.api,
      ['AwsSolutions-APIG4'],
      'The pages are for everybody; what is personal is behind a signed link or the session of a browser, which the pages check.',
    );
    if (stage.certificateArn) this.underOwnName(stage.baseUrl, stage.certificateArn);

    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/apigateway/${resourceName(stage, 'pages')}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: keptUnlessNew(stage),
    });
    const defaultStage = this.api.defaultStage?.node.defaultChild;
    if (!(defaultStage instanceof CfnStage)) throw new Error('the HTTP API has a default stage');
    defaultStage.defaultRouteSettings = {
      throttlingRateLimit: throttle.rate,
      throttlingBurstLimit: throttle.burst,
      // Five metrics for each route cost up to $20 a month, and the alarms look at the whole API.
      detailedMetricsEnabled: false,
    };
    // The route and not the path: a path may hold a link.
    defaultStage.accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        requestId: '$context.requestId',
        method: '$context.httpMethod',
        route: '$context.routeKey',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
        error: '$context.integrationErrorMessage',
      }),
    };
  }
  /** The host of `baseUrl`; its DNS record is not ours to set. */
  private underOwnName(baseUrl: string, certificateArn: string): void {
    const { hostname } = new URL(baseUrl);
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    const domainName = new DomainName(this, 'Domain', { domainName: hostname, certificate });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName });
    new CfnOutput(this, 'Cname', {
      description: `Where the CNAME of ${hostname} has to point`,
      value: domainName.regionalDomainName,
    });
  }
}
