import { EvidenceItemDto } from '../../core/documents';
import { TaskRow } from '../../ui/parts';

const isThere = ({ status, elsewhere }: EvidenceItemDto): boolean =>
  status === 'Current' || status === 'ExpiresSoon' || !!elsewhere;

/**
 * The line of the task list for the documents of the evidence: an application is complete without them, and the stages
 * after it look at them. Source: domain §1.1, PCR 2015, reg. 59(8)-(11).
 */
export function evidenceRow(items: readonly EvidenceItemDto[] | undefined): TaskRow {
  const row = { title: 'Documents in your evidence', link: '/evidence' };
  if (!items) return { ...row, status: '…', tone: 'plain' };

  const there = items.filter(isThere).length;
  return {
    ...row,
    hint: 'You can submit without them. The council looks at them in stages 2 to 4',
    status: `${there} of ${items.length} given`,
    tone: there === items.length ? 'plain' : 'info',
  };
}
