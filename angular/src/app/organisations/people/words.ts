import { Role } from '../../proxy/models';

/** What a person with the role is called, and what they do here. */
export const ROLES: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  ProviderAdministrator: { label: 'Administrator', hint: 'Applies, bids and manages people' },
  ProviderStaff: { label: 'Staff', hint: 'Keeps homes and documents, reads opportunities' },
  AccreditationOfficer: { label: 'Accreditation officer', hint: 'Reviews applications, proposes decisions' },
  AccreditationLead: { label: 'Accreditation lead', hint: 'Confirms decisions and sets up schemes' },
  QualityOfficer: { label: 'Quality officer', hint: 'Visits homes' },
  PlacementsOfficer: { label: 'Placements officer', hint: 'Prepares call-offs, scores bids' },
  PlacementsApprover: { label: 'Placements approver', hint: 'Publishes call-offs, approves awards' },
  SocialWorker: { label: 'Social worker', hint: 'Writes referrals' },
  FinanceReader: { label: 'Finance', hint: 'Reads and exports spend' },
  SystemAdministrator: { label: 'Administrator', hint: 'Manages people' },
};

/** What can be given, and which of it another administrator confirms. */
export const roleChoices = (
  roles: readonly Role[],
  confirmed: readonly Role[],
): { value: Role; label: string; hint: string }[] =>
  roles.map((role) => {
    const { label, hint } = ROLES[role];
    return { value: role, label, hint: confirmed.includes(role) ? `${hint}. Another administrator confirms it` : hint };
  });

export const roleNames = (roles: readonly Role[]): string => roles.map((role) => ROLES[role].label).join(', ');
