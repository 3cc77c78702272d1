import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openMetrics } from '../../../../functions/shared/aws/service.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a metric', () => {
  it('is sent under the namespace and the one dimension by which alarms and the dashboard ask for it', () => {
    vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'outbox-dispatch');
    vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'SeoulFintechAcademy');
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      written.push(String(line));
      return true;
    });
    const metrics = openMetrics();
    metrics.addMetric('OutboxGivenUp', MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
    expect(written.map((line): unknown => JSON.parse(line))).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'SeoulFintechAcademy',
              Dimensions: [['service']],
              Metrics: [{ Name: 'OutboxGivenUp', Unit: 'Count' }],
            },
          ],
        },
        service: 'outbox-dispatch',
        OutboxGivenUp: 1,
      },
    ]);
  });
});
