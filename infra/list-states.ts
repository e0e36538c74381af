/** What the states of a run name. */
export interface StatesParts {
  readonly partition: string;
  readonly bucket: string;
  /** ARNs of the functions. */
  readonly read: string;
  readonly check: string;
  readonly gather: string;
  /** Portions that are checked side by side. */
  readonly workers: number;
}

/**
 * The run of a list, in the Amazon States Language: read into portions, each checked by a worker, counted, and what is
 * missing, or was left over of one that was too heavy, checked until nothing is.
 *
 * INVARIANT: a run ends green where every row was assessed and every cell read, and in no other way. The first map lets a
 * few portions fail, so that one that cannot be checked does not keep the others from their results; the second lets none,
 * and so leaves a run that can be redriven from there.
 */
export const listStates = ({ partition, bucket, read, check, gather, workers }: StatesParts) => {
  // The name of a state is its own in the whole machine, those within maps included.
  const checkAll = (one: string, tolerance: object) => ({
    Type: 'Map',
    Label: one,
    ItemReader: {
      Resource: `arn:${partition}:states:::s3:getObject`,
      ReaderConfig: { InputType: 'JSON' },
      Parameters: { Bucket: bucket, 'Key.$': '$.portions' },
    },
    ItemSelector: {
      'upload.$': '$.upload',
      'officer.$': '$.officer',
      'locale.$': '$.locale',
      'portion.$': '$$.Map.Item.Value',
    },
    MaxConcurrency: workers,
    ...tolerance,
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: one,
      States: {
        [one]: { Type: 'Task', Resource: check, TimeoutSeconds: 330, Retry: retry(6), End: true },
      },
    },
    // What came of it lies in the bucket; of what the map itself says nothing is needed.
    ResultPath: null,
    Next: 'GatherResults',
  });
  return {
    Comment: 'Checks a list that was handed in as a file (docs/scale.md)',
    StartAt: 'ReadList',
    TimeoutSeconds: 6 * 60 * 60,
    States: {
      ReadList: {
        Type: 'Task',
        Resource: read,
        Parameters: { 'key.$': '$.detail.object.key', 'etag.$': '$.detail.object.etag' },
        TimeoutSeconds: 930,
        Retry: retry(3),
        Next: 'IsReadable',
      },
      IsReadable: {
        Type: 'Choice',
        Choices: [{ Variable: '$.refused', BooleanEquals: true, Next: 'ListRefused' }],
        Default: 'CheckPortions',
      },
      CheckPortions: checkAll('CheckPortion', { ToleratedFailurePercentage: 5 }),
      GatherResults: {
        Type: 'Task',
        Resource: gather,
        TimeoutSeconds: 930,
        Retry: retry(3),
        Next: 'IsComplete',
      },
      IsComplete: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.state', StringEquals: 'INCOMPLETE', Next: 'CheckMissing' },
          { Variable: '$.state', StringEquals: 'WHOLE', Next: 'ListWhole' },
        ],
        Default: 'ListFaulty',
      },
      CheckMissing: checkAll('CheckMissingPortion', { ToleratedFailureCount: 0 }),
      ListWhole: { Type: 'Succeed' },
      ListFaulty: { Type: 'Fail', Error: 'ListFaulty', CausePath: '$.says' },
      ListRefused: {
        Type: 'Fail',
        Error: 'ListRefused',
        Cause:
          'Nothing of the list could be read: its manifest says why, or another file was handed in over it.',
      },
    },
  };
};

/** What is refused is refused again; everything else may pass. */
const retry = (attempts: number) => [
  { ErrorEquals: ['Refused'], MaxAttempts: 0 },
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 2,
    MaxAttempts: attempts,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
];
