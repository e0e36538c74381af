import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Alarms, Watched } from './alarms.ts';
import { ofService } from './service-metrics.ts';
import type { Stage } from './stages.ts';
import { consumed, systemErrors, throttledRequests } from './table-metrics.ts';
import type { WebFirewall } from './web-firewall.ts';

/** One page that says whether the service is well: alarms on top, then the way of a request from outside in. */
export class ServiceDashboard extends Construct {
  constructor(
    scope: Construct,
    id: string,
    stage: Stage,
    watched: Watched & { readonly firewall: WebFirewall },
    alarms: Alarms,
  ) {
    super(scope, id);
    const { api, lambda, table, firewall } = watched;
    const period = Duration.minutes(5);
    const graph = (title: string, ...left: readonly IMetric[]) =>
      new GraphWidget({ title, left: [...left], period, width: 8, height: 6, leftYAxis: { min: 0 } });
    const firewallMetric = (metricName: string) =>
      new Metric({
        namespace: 'AWS/WAFV2',
        metricName,
        statistic: 'Sum',
        dimensionsMap: { WebACL: firewall.name, Rule: 'ALL', Region: stage.region },
      });
    new Dashboard(this, 'Page', {
      dashboardName: `park-admission-${stage.name}`,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms 告警', alarms: [...alarms.all], width: 24, height: 3 })],
        [
          graph('Requests 请求', api.metricCount(), api.metricClientError(), api.metricServerError()),
          graph(
            'Milliseconds to answer 响应时间',
            api.metricLatency({ statistic: 'p50' }),
            api.metricLatency({ statistic: 'p99' }),
          ),
          graph('Firewall 防火墙', firewallMetric('AllowedRequests'), firewallMetric('BlockedRequests')),
        ],
        [
          graph('Function 函数', lambda.metricInvocations(), lambda.metricErrors(), lambda.metricThrottles()),
          graph(
            'Milliseconds in the function 函数耗时',
            lambda.metricDuration({ statistic: 'p50' }),
            lambda.metricDuration({ statistic: 'p99' }),
          ),
          graph('Functions at once 并发', lambda.metric('ConcurrentExecutions', { statistic: 'Maximum' })),
        ],
        [
          graph('Read units 读取单位', consumed(table, 'Read', 'read')),
          graph('Write units 写入单位', consumed(table, 'Write', 'written')),
          graph(
            'Trouble with DynamoDB 数据库异常',
            throttledRequests(table, period),
            systemErrors(table, period),
          ),
        ],
        [
          graph('Outcomes 准入结论', ...OUTCOMES.map((outcome) => ofService(stage, outcome))),
          graph(
            'Faults and bad requests 故障与错误请求',
            ofService(stage, 'faults'),
            ofService(stage, 'badRequests'),
          ),
          graph('Cold starts 冷启动', ofService(stage, 'coldStarts')),
        ],
      ],
    });
  }
}

const OUTCOMES = ['ADMITTED', 'CONDITIONAL', 'REVIEW', 'REFUSED', 'NEEDS_INFORMATION'] as const;
