import { TrainingMatrixDto, TrainingStatus, TrainingTopic, TrainingTopicDto } from '../../proxy/models';
import { Fact, Tone } from '../../ui/parts';

/** The topics of the training matrix, in its order. */
export const TOPICS: Readonly<Record<TrainingTopic, string>> = {
  Safeguarding: 'Safeguarding',
  FirstAid: 'First aid',
  FireSafety: 'Fire safety',
  Medication: 'Medication',
  DataProtection: 'Data protection',
  Prevent: 'Prevent',
  ChildExploitation: 'Child exploitation',
  GoingMissing: 'Going missing',
  SelfHarm: 'Self-harm and suicide',
  SubstanceMisuse: 'Substance misuse',
  TraumaInformed: 'Trauma-informed care',
  DeEscalation: 'De-escalation',
  LoneWorking: 'Lone working',
  Equality: 'Equality and diversity',
  FoodHygiene: 'Food hygiene',
  UnaccompaniedChildren: 'Unaccompanied children',
};

export const TRAINING_STATUSES: Readonly<Record<TrainingStatus, { readonly text: string; readonly tone: Tone }>> = {
  InDate: { text: 'In date', tone: 'ok' },
  OutOfDate: { text: 'Out of date', tone: 'bad' },
  None: { text: 'None', tone: 'bad' },
  NotNeeded: { text: 'Not needed', tone: 'plain' },
};

/** `2 years`. The safeguarding lead has one of safeguarding’s two. */
export function periodOf({ topic, months }: TrainingTopicDto): string {
  const years = months === 12 ? '1 year' : `${months / 12} years`;
  return topic === 'Safeguarding' ? `${years}, leads 1` : years;
}

export const isBelowPass = (percent: number | null, { passPercent }: TrainingMatrixDto): boolean =>
  percent !== null && percent < passPercent;

/** `Fire safety 87%`: the topics below what a pass asks for, the lowest first. */
export const belowPass = (matrix: TrainingMatrixDto): string[] =>
  matrix.topics
    .filter(({ percent }) => isBelowPass(percent, matrix))
    .sort((a, b) => (a.percent ?? 0) - (b.percent ?? 0))
    .map(({ topic, percent }) => `${TOPICS[topic]} ${percent}%`);

export function trainingFactsOf(matrix: TrainingMatrixDto): Fact[] {
  const count = (status: TrainingStatus): string =>
    String(matrix.people.flatMap(({ cells }) => cells).filter((cell) => cell.status === status).length);
  return [
    { label: 'In date', value: `${matrix.percent}%`, note: `${matrix.inDate} of ${matrix.needed}`, large: true },
    { label: 'Out of date', value: count('OutOfDate'), large: true },
    { label: 'None on file', value: count('None'), large: true },
    { label: 'Needed to pass', value: `${matrix.passPercent}%`, large: true },
  ];
}
