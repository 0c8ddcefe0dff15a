export { atField, CONCURRENCY, isConcurrency, isOvertaken, namesField } from '../core/refusals';

export const DEADLINE_PASSED = 'Tendering:DeadlinePassed';
export const CALL_OFF_NOT_OPEN = 'Tendering:CallOffNotOpen';
export const BID_WITHOUT_DRAFT = 'Tendering:BidWithoutDraft';
