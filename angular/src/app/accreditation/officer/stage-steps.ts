import { ApplicationDto, ApplicationListItemDto, StageDto } from '../../proxy/models';
import { StageStep } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { STAGE_OF, STAGES } from './words';

const NOTES = { NotStarted: 'Not started', Open: 'Open', Passed: 'Passed', Failed: 'Not passed' } as const;
const STATES = { NotStarted: 'waiting', Open: 'current', Passed: 'done', Failed: 'failed' } as const;

export function stageSteps(application: ApplicationDto): StageStep[] {
  return application.stages.map((stage) => ({
    name: STAGES[stage.stage],
    state: STATES[stage.status],
    note: noteOf(stage),
  }));
}

function noteOf(stage: StageDto): string {
  const on = stage.status === 'Open' ? stage.openedAt : stage.closedAt;
  const said = stage.status === 'Open' ? 'Since' : NOTES[stage.status];
  return on && stage.status !== 'NotStarted' ? `${said} ${formatDate(on, 'short')}` : NOTES[stage.status];
}

/** Five bars for a row of the queue, which has only the two states. */
export function stageBars(row: ApplicationListItemDto): StageStep[] {
  const at = STAGE_OF[row.accreditation];
  return Object.values(STAGES).map((name, index) => ({
    name,
    note: '',
    state: index < at ? 'done' : index === at ? 'current' : 'waiting',
  }));
}
