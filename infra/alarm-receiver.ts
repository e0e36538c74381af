import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** Where alarms go: a topic of the stage, with or without a mailbox, or one that the operator has. */
export class AlarmReceiver extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const { alarms } = stage;
    this.topic =
      alarms.kind === 'TOPIC' ? Topic.fromTopicArn(this, 'Topic', alarms.arn) : this.ownTopic(stage);
    if (alarms.kind === 'MAIL') {
      const mail = this.topic.addSubscription(new EmailSubscription(alarms.address));
      Validations.of(mail).acknowledge({
        id: 'Serverless-SNSRedrivePolicy',
        reason:
          'Mail is retried by SNS, and an alarm whose mail is lost still stands in CloudWatch; a queue that nobody reads would keep it no better.',
      });
    }
    new CfnOutput(this, 'TopicArn', { value: this.topic.topicArn });
  }

  private ownTopic({ name: stage, monthlyBudget }: Stage): Topic {
    const topic = new Topic(this, 'Topic', { topicName: alarmName(stage, 'alarms'), enforceSSL: true });
    const { partition, region, account } = Stack.of(this);
    // A topic with a policy of its own has lost the one by which its account could publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisStage',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          ArnLike: {
            'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:${alarmName(stage, '*')}`,
          },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
    if (monthlyBudget === undefined) return topic;
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'BudgetsOfThisAccount',
        principals: [new ServicePrincipal('budgets.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${partition}:budgets::${account}:*` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
    return topic;
  }
}

export const alarmName = (stage: string, what: string): string => `park-admission-${stage}-${what}`;
