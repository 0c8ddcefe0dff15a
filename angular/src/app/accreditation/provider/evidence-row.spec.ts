import { EvidenceItemDto } from '../../core/documents';
import { evidenceRow } from './evidence-row';

const item = (status: EvidenceItemDto['status'], elsewhere = false): EvidenceItemDto =>
  ({ status, ...(elsewhere && { elsewhere: {} }) }) as EvidenceItemDto;

describe('the documents on the task list of an application', () => {
  it('are counted where they are in date, or were given elsewhere in the portal', () => {
    const items = [item('Current'), item('ExpiresSoon'), item('Expired'), item('Missing'), item('Missing', true)];

    expect(evidenceRow(items)).toMatchObject({ status: '3 of 5 given', tone: 'info', link: '/evidence' });
    expect(evidenceRow([item('Current')])).toMatchObject({ status: '1 of 1 given', tone: 'plain' });
  });

  it('may follow, and by when they are looked at is said', () => {
    expect(evidenceRow([item('Missing')]).hint).toBe(
      'You can submit without them. The council looks at them in stages 2 to 4',
    );
  });
});
