import { SchemaPathTree, validate } from '@angular/forms/signals';
import { StaffTraining, TrainingTopic } from '../../../proxy/models';
import { dateProblem } from '../../../ui/form-rules';
import { DateParts, datePartsOf, isoDateOf } from '../../../ui/dates';
import { TOPICS } from '../topics';

/** Safeguarding has its own field in the record. */
export type EnteredTopic = Exclude<TrainingTopic, 'Safeguarding'>;
/** A topic as the server names its field: `firstAid`. */
export type TrainingKey = Uncapitalize<EnteredTopic>;

/** Somebody’s work may do without these; every other topic is for everybody. */
const OPTIONAL = ['medication', 'foodHygiene', 'unaccompaniedChildren'] as const satisfies readonly TrainingKey[];

/** What the person types; the date of a topic that is not needed waits untouched. */
export interface TrainingModel {
  trainings: Record<TrainingKey, DateParts>;
  /** Keys of topics. */
  notNeeded: string[];
}

const topics = (Object.keys(TOPICS) as TrainingTopic[]).filter((topic) => topic !== 'Safeguarding');
const keyOf = (topic: EnteredTopic): TrainingKey => `${topic.charAt(0).toLowerCase()}${topic.slice(1)}` as TrainingKey;
const isOptional = (key: TrainingKey): boolean => OPTIONAL.some((each) => each === key);

export const ENTERED = topics.map((topic) => ({ key: keyOf(topic), label: TOPICS[topic] }));

export const WHERE_NEEDED = ENTERED.filter(({ key }) => isOptional(key));

export function trainingRules(path: SchemaPathTree<TrainingModel>): void {
  for (const topic of topics) {
    const key = keyOf(topic);
    validate(path.trainings[key], ({ value, valueOf }) => {
      if (valueOf(path.notNeeded).includes(key)) return undefined;
      const message = dateProblem(value(), `${TOPICS[topic]}: the day`);
      return message ? { kind: 'rule', message } : undefined;
    });
  }
}

export function trainingModelOf(stored: readonly StaffTraining[]): TrainingModel {
  const of = (key: TrainingKey) => stored.find(({ topic }) => topic !== 'Safeguarding' && keyOf(topic) === key);
  return {
    trainings: Object.fromEntries(
      topics.map((topic) => [keyOf(topic), datePartsOf(of(keyOf(topic))?.on)]),
    ) as TrainingModel['trainings'],
    notNeeded: OPTIONAL.filter((key) => of(key)?.notNeeded),
  };
}

/** Topics with nothing on file are left out. */
export function trainingsOf({ trainings, notNeeded }: TrainingModel): StaffTraining[] {
  return topics.flatMap((topic): StaffTraining[] => {
    const key = keyOf(topic);
    if (notNeeded.includes(key)) return [{ topic, on: null, notNeeded: true }];

    const on = isoDateOf(trainings[key]);
    return on ? [{ topic, on, notNeeded: false }] : [];
  });
}
