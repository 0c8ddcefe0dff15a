import { BoxDto } from '../src/app/proxy/models';

export const BOX: BoxDto = {
  callOffId: 'c1',
  reference: 'C-7QK3-9F2D',
  placingAuthorityName: 'Northwick Vale LBC',
  closesAt: '2026-12-07T12:00:00Z',
  closedAt: '2026-12-07T12:00:03.402Z',
  root: '9f4c1b7e02d86a35c1e077b45d29e3f68c0a41d7b96e2f58a0c47d136be295f8',
  keyId: 'dc7af3e10a1fe68f',
  receipts: 9,
  openedAt: '2026-12-07T12:04:29Z',
  opened: 5,
};
