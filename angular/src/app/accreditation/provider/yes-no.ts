import { Choice } from '../../ui/parts';

export const YES_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Nothing is chosen for the person. */
export const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');
