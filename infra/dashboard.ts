import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms, Watched } from './alarms.ts';
import { ofService } from './service-metrics.ts';
import type { Stage } from './stages.ts';
import { consumed, systemErrors, throttledRequests } from './table-metrics.ts';

/** One page that says whether the service is well: alarms on top, then the way of a request from outside in. */
export class ServiceDashboard extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, watched: Watched, alarms: Alarms) {
    super(scope, id);
    const { api, lambdas, table, firewall } = watched;
    const ofEach = (metric: (lambda: LambdaFunction) => IMetric) => lambdas.map(metric);
    const period = Duration.minutes(5);
    const graph = (title: string, ...left: readonly IMetric[]) =>
      new GraphWidget({ title, left: [...left], period, width: 8, height: 6, leftYAxis: { min: 0 } });
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
          graph('Firewall 防火墙', firewall.allowed(period), firewall.blocked(period)),
        ],
        [
          graph(
            'Functions 函数',
            ...ofEach((lambda) => lambda.metricInvocations()),
            ...ofEach((lambda) => lambda.metricErrors()),
            ...ofEach((lambda) => lambda.metricThrottles()),
          ),
          graph(
            'Milliseconds in the function 函数耗时',
            ...ofEach((lambda) => lambda.metricDuration({ statistic: 'p50' })),
            ...ofEach((lambda) => lambda.metricDuration({ statistic: 'p99' })),
          ),
          graph(
            'Functions at once 并发',
            ...ofEach((lambda) => lambda.metric('ConcurrentExecutions', { statistic: 'Maximum' })),
          ),
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
