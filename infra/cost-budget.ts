import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmName } from './alarm-receiver.ts';
import type { Stage } from './stages.ts';

/**
 * Tells when the account costs more than was meant: four fifths of it are spent, or the month will come to more. Of the
 * whole account, because costs by tag are counted only after somebody has activated the tag, and till then are none.
 *
 * Not in China: bills there are in CNY, and that CloudFormation makes budgets there is documented nowhere; they are set
 * in the console (docs/deploy.md).
 */
export class CostBudget extends Construct {
  constructor(scope: Construct, id: string, { name, monthlyBudget }: Stage, topic: ITopic) {
    super(scope, id);
    if (monthlyBudget === undefined) return;
    const told = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
        comparisonOperator: 'GREATER_THAN',
      },
      subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: alarmName(name, 'cost'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudget, unit: 'USD' },
      },
      notificationsWithSubscribers: [told('ACTUAL', 80), told('FORECASTED', 100)],
    });
  }
}
