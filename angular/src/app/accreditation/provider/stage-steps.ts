import { ApplicationDto, StageDto } from '../../proxy/models';
import { StageStep } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { STAGES } from './words';

/** The five stages as the person sees them: where they are, what is done and what comes next. */
export function stageSteps(application: ApplicationDto): StageStep[] {
  const steps = application.stages.map((stage) => ({ name: STAGES[stage.stage], ...stateOf(stage, application) }));
  const current = steps.findIndex(({ state }) => state === 'current');
  const next = steps[current + 1];
  if (current >= 0 && next?.state === 'waiting') steps[current + 1] = { ...next, note: 'Next' };
  return steps;
}

function stateOf(stage: StageDto, application: ApplicationDto): Pick<StageStep, 'state' | 'note'> {
  const draft = application.membership === 'Draft';
  if (stage.stage === 'Application' && draft) return { state: 'current', note: 'You are here' };

  switch (stage.status) {
    case 'Open':
      if (stage.stage !== 'Application') return { state: 'current', note: 'Under way' };

      return { state: 'current', note: application.membership === 'Submitted' ? 'Received' : 'Being assessed' };
    case 'Passed':
      return { state: 'done', note: `${stage.stage === 'Decision' ? 'Accredited' : 'Passed'} ${dateOf(stage)}` };
    case 'Failed':
      return { state: 'failed', note: `Not passed ${dateOf(stage)}` };
    default:
      return { state: 'waiting', note: stage.stage === 'Decision' ? 'Two officers decide' : 'Not started' };
  }
}

const dateOf = (stage: StageDto): string => (stage.closedAt ? formatDate(stage.closedAt).replace(/ \d{4}$/, '') : '');
