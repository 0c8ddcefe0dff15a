import { TodayItemDto } from '../../proxy/models';

/** A sentence to act on, its page and, if it has one, a second line. */
export interface Task {
  readonly text: string;
  readonly path: string;
  /** Where on the page it is done; nothing where that is at its top. */
  readonly fragment?: string;
  readonly detail?: string;
}

interface Words {
  readonly text: (subject: string, detail: string) => string;
  readonly path: (id: string, partId: string) => string;
  readonly detail?: (detail: string) => string;
}

const own = (detail: string): string => detail;
const proposedBy = (name: string): string => `Proposed by ${name}`;
const callOff = (id: string): string => `/call-offs/${id}`;
const evaluation = (id: string): string => `/call-offs/${id}/evaluation`;
const person = (id: string, personId: string): string => `/accreditation/applications/${id}/people/${personId}`;
const application = (tab: string) => (id: string) => `/accreditation/applications/${id}${tab}`;

/** As the evidence page calls what the server names by its kind. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  accounts: 'accounts of the last two years',
  'data protection registration': 'data protection (ICO) registration',
  'ofsted registration': 'Ofsted registration',
  'gas safety': 'gas safety record',
  'electrical installation': 'electrical installation report (EICR)',
  'hmo licence': 'HMO licence',
  'energy performance': 'energy performance certificate',
  'landlord consent': 'lease or landlord’s consent',
  'employers liability': 'employers’ liability insurance',
  'public liability': 'public liability insurance',
  'professional indemnity': 'professional indemnity insurance',
  'abuse cover': 'abuse and molestation cover',
  'motor insurance': 'motor insurance, business use',
};
const documentName = (kind: string): string => DOCUMENTS[kind] ?? kind;

/** What the server names by its kind; a kind that is not here yet is left out of the page. */
const WORDS: Readonly<Record<string, Words>> = {
  'Application.Start': {
    text: () => 'Apply to join a scheme',
    path: () => '/application',
    detail: () => 'You can stop and come back: your answers are saved',
  },
  'Application.Finish': {
    text: (scheme) => `Finish your application to ${scheme}`,
    path: (id) => `/application/${id}`,
    detail: own,
  },
  'Application.Await': {
    text: (scheme) => `Your application to ${scheme} is being decided`,
    path: (id) => `/application/${id}`,
    detail: (host) => `By ${host}, on or before this day. You need do nothing`,
  },
  'Application.BeAccredited': {
    text: (scheme) => `Your accreditation for ${scheme} is under way`,
    path: (id) => `/application/${id}`,
    detail: (host) => `With ${host}. You are invited to bid meanwhile`,
  },
  'Application.ReadLetter': {
    text: (title) => `Read the letter: ${title}`,
    path: (id, letterId) => `/application/${id}/letters/${letterId}`,
  },
  'Clarification.Answer': {
    text: () => 'Answer a question about your application',
    path: (id) => `/application/${id}`,
    detail: own,
  },
  'Reference.Check': {
    text: (provider) => `Check who vouches for ${provider}`,
    path: application('/questionnaire#references-heading'),
    detail: own,
  },
  'Reference.NameAnother': {
    text: (council) => `Name another referee: the reference of ${council} does not count`,
    path: (id) => `/application/${id}/references`,
    detail: (scheme) => `For ${scheme}. At this council or another`,
  },
  'Appeal.Answer': {
    text: (provider) => `Answer the appeal of ${provider}`,
    path: application('/appeals'),
    detail: own,
  },
  'Appeal.Confirm': {
    text: (provider) => `Confirm or send back the answer to the appeal of ${provider}`,
    path: application('/appeals'),
    detail: own,
  },
  'Application.Decide': {
    text: (provider) => `Decide whether ${provider} may join`,
    path: application(''),
    detail: own,
  },
  'Application.Assess': { text: (provider) => `Carry on with ${provider}`, path: application(''), detail: own },
  'Application.ConfirmMembership': {
    text: (provider) => `Confirm or send back the decision on ${provider}’s membership`,
    path: application('/membership'),
    detail: proposedBy,
  },
  'Application.ConfirmAccreditation': {
    text: (provider) => `Confirm or send back the decision on ${provider}’s accreditation`,
    path: application('/accreditation'),
    detail: proposedBy,
  },
  'Application.MembershipSentBack': {
    text: (provider) => `Read why your proposal on ${provider}’s membership was sent back`,
    path: application('/membership'),
    detail: (name) => `By ${name}`,
  },
  'Application.AccreditationSentBack': {
    text: (provider) => `Read why your proposal on ${provider}’s accreditation was sent back`,
    path: application('/accreditation'),
    detail: (name) => `By ${name}`,
  },
  'Fitness.Confirm': {
    text: (provider) => `Confirm or send back who is fit and proper at ${provider}`,
    path: person,
    detail: (people) => `${people}, proposed by others`,
  },
  'Fitness.Score': {
    text: (provider, people) => `Score the interview of ${people} at ${provider}, as the second officer`,
    path: person,
  },
  'Fitness.Agree': {
    text: (provider, people) => `Agree the interview scores of ${people} at ${provider}`,
    path: person,
  },
  'Fitness.Reopened': {
    text: (provider) => `Test people of ${provider} again: the application changed`,
    path: person,
    detail: own,
  },
  'Scheme.Draft': {
    text: () => 'Draft your first scheme',
    path: () => '/accreditation/schemes/draft',
    detail: () => 'Start from a ready structure, from a file or from nothing',
  },
  'Scheme.Publish': {
    text: (scheme) => `Check and publish ${scheme}, or change it`,
    path: (id) => `/accreditation/schemes/${id}`,
    detail: (officer) => `Drafted by ${officer}`,
  },
  'Scheme.Await': {
    text: (scheme) => `${scheme} waits for another officer to publish it`,
    path: (id) => `/accreditation/schemes/${id}`,
    detail: () => 'Nobody there yet? Invite an accreditation lead under People',
  },
  'Standing.Confirm': {
    text: (provider) => `Confirm or drop a change of ${provider}’s accreditation`,
    path: application('/standing'),
    detail: proposedBy,
  },
  'Standing.MeetCondition': {
    text: (condition) => `Meet the condition: ${condition}`,
    path: (id) => `/application/${id}/membership`,
  },
  'RecruitmentAction.Do': {
    text: (action) => `Do what was asked after the safer recruitment check: ${action}`,
    path: (id, actionId) => `/application/${id}/actions/${actionId}`,
    detail: (reason) => `Sent back: ${reason}`,
  },
  'RecruitmentAction.Check': {
    text: (provider) => `Check what ${provider} has done for its safer recruitment`,
    path: application('/safer-recruitment#actions-heading'),
    detail: own,
  },
  'RecruitmentAction.Chase': {
    text: (provider) => `${provider} has not done what its safer recruitment needs`,
    path: application('/safer-recruitment#actions-heading'),
    detail: (actions) => `${actions} overdue`,
  },
  'Policy.Review': {
    text: (policy) => `Review your ${policy}`,
    path: (id) => `/staff/policies#policy-${id}`,
    detail: own,
  },
  'Ofsted.Settle': {
    text: (provider) => `Settle what Ofsted’s register says of ${provider}`,
    path: () => '/accreditation/ofsted',
    detail: own,
  },
  'Evidence.Give': {
    text: (document) => `Give the document you were asked for: ${documentName(document)}`,
    path: (_, requestId) => `/evidence#request-${requestId}`,
    detail: own,
  },
  'Evidence.Replace': {
    text: (document) => `Replace a document in your evidence that ran out: ${documentName(document)}`,
    path: (_, itemId) => `/evidence#evidence-${itemId}`,
    detail: own,
  },
  'Evidence.Chase': {
    text: (provider) => `${provider} owes documents whose day is over`,
    path: () => '/accreditation/imports',
    detail: own,
  },
  'Certificate.Replace': {
    text: (home, paper) => `Add a new ${paper} for ${home}`,
    path: (id) => `/homes/${id}/edit`,
    detail: () => 'Nobody new can move in until it is there',
  },
  'Visit.Expect': {
    text: (home) => `Be ready for the council’s visit to ${home}`,
    path: (id) => `/homes/${id}`,
    detail: own,
  },
  'Visit.Cancelled': {
    text: (home) => `The council’s visit to ${home} is cancelled`,
    path: (id) => `/homes/${id}`,
    detail: own,
  },
  'Visit.Make': { text: (home) => `Visit ${home}`, path: (id) => `/property/visits/${id}`, detail: own },
  'Visit.Finish': {
    text: (home) => `Finish the visit to ${home}`,
    path: (id) => `/property/visits/${id}`,
    detail: own,
  },
  'CallOff.DraftSentBack': {
    text: (ref) => `Read why call-off ${ref} was sent back, and change it`,
    path: callOff,
    detail: (name) => `By ${name}`,
  },
  'CallOff.Publish': { text: (ref) => `Check and publish call-off ${ref}`, path: callOff, detail: own },
  'CallOff.AnswerQuestion': {
    text: (ref) => `Answer what bidders asked about ${ref}`,
    path: callOff,
    detail: own,
  },
  'CallOff.Open': { text: (ref) => `Open the bids on ${ref}`, path: callOff, detail: own },
  'CallOff.Score': { text: (ref) => `Score the bids on ${ref} and lock your scores`, path: evaluation, detail: own },
  'CallOff.Agree': { text: (ref) => `Agree the scores of ${ref} with your colleagues`, path: evaluation, detail: own },
  'CallOff.ScoresSetAside': {
    text: (ref) => `Let your scores on ${ref} count again, if you can finish them`,
    path: evaluation,
    detail: own,
  },
  'CallOff.EvaluatorMissing': {
    text: (ref) => `Find a second evaluator for ${ref}, or let scores that were set aside count again`,
    path: evaluation,
    detail: own,
  },
  'CallOff.ProposeAward': { text: (ref) => `Go on to the award of ${ref}`, path: evaluation, detail: own },
  'CallOff.AwardSentBack': {
    text: (ref) => `Read why the award of ${ref} was sent back, and propose anew`,
    path: evaluation,
    detail: (name) => `By ${name}`,
  },
  'CallOff.PriceAnswered': {
    text: (ref) => `Decide on a price of ${ref}: the bidder has answered`,
    path: evaluation,
    detail: own,
  },
  'CallOff.PriceUnanswered': {
    text: (ref) => `Decide on a price of ${ref}: no answer came in time`,
    path: evaluation,
    detail: own,
  },
  'CallOff.ApproveAward': { text: (ref) => `Approve or send back the award of ${ref}`, path: evaluation, detail: own },
  'People.ConfirmInvitation': {
    text: (email) => `Confirm or refuse the invitation of ${email}`,
    path: () => '/organisations/people',
    detail: proposedBy,
  },
  'People.ConfirmRoles': {
    text: (person) => `Confirm or refuse the new roles of ${person}`,
    path: () => '/organisations/people',
    detail: proposedBy,
  },
  'Placement.ConfirmPrice': {
    text: (ref) => `Confirm or send back the new price of ${ref}`,
    path: (id) => `/placements/${id}`,
    detail: own,
  },
  'Placement.ConfirmExtension': {
    text: (ref) => `Confirm or send back the later end of ${ref}`,
    path: (id) => `/placements/${id}`,
    detail: own,
  },
  'Placement.SentBack': {
    text: (ref) => `Read why your proposal for ${ref} was sent back`,
    path: (id) => `/placements/${id}`,
    detail: (name) => `By ${name}`,
  },
  'Placement.EndsSoon': {
    text: (ref) => `Extend ${ref}, or let it end as planned`,
    path: (id) => `/placements/${id}`,
    detail: own,
  },
  'Placement.Arrange': {
    text: (provider) => `Agree the placement with ${provider}`,
    path: (id) => `/placements/${id}#before-first-night`,
    detail: (ref) => `${ref}: send the full referral in private and agree the start`,
  },
  'Placement.Welcome': {
    text: (ref) => `Prepare the first night of placement ${ref}`,
    path: (id) => `/placements/${id}#before-first-night`,
    detail: (authority) => `With ${authority}. Its award letter is among your closed opportunities`,
  },
  'Referral.Search': {
    text: (ref) => `Start a call-off for referral ${ref}`,
    path: (id) => `/referrals/${id}`,
    detail: (author) => `Recorded by ${author}`,
  },
  'Referral.Finish': { text: (ref) => `Finish referral ${ref}`, path: (id) => `/referrals/${id}` },
  'Bid.Consider': { text: (ref) => `Bid on ${ref}, or decline it`, path: (id) => `/opportunities/${id}`, detail: own },
  'Bid.AnswerPrice': {
    text: (ref) => `Answer a question about your bid on ${ref}`,
    path: (id) => `/opportunities/${id}`,
    detail: own,
  },
  'Bid.ReadLetter': {
    text: (ref) => `Read the outcome of ${ref}`,
    path: (id) => `/opportunities/${id}/letter`,
    detail: own,
  },
  'Bid.ReadCancelled': {
    text: (ref) => `${ref}, on which you worked, was cancelled`,
    path: (id) => `/opportunities/${id}`,
    detail: own,
  },
  'Bid.SendChange': {
    text: (ref) => `Send your changed bid on ${ref}, or leave it as it was sent`,
    path: (id) => `/opportunities/${id}/bid`,
    detail: () => 'The version you sent counts. The change is saved and not sent',
  },
  'Bid.Finish': {
    text: (ref) => `Finish your bid on ${ref}`,
    path: (id) => `/opportunities/${id}/bid`,
    detail: () => 'Your answers are saved. Nothing is sent yet',
  },
};

/** Papers that still count: told beside the tasks, not among them. */
const RUNS_OUT: Readonly<Record<string, (item: TodayItemDto) => Paper>> = {
  'Certificate.RunsOut': ({ id, subject, detail }) => ({
    name: detail ?? '',
    about: subject,
    path: `/homes/${id}/edit`,
  }),
  'Evidence.RunsOut': ({ subject, detail, partId }) => ({
    name: documentName(subject),
    about: detail ?? '',
    path: '/evidence',
    fragment: `evidence-${partId}`,
  }),
};

export interface Paper {
  readonly name: string;
  /** The home or the person; empty for the organisation. */
  readonly about: string;
  readonly path: string;
  readonly fragment?: string;
}

export const paperOf = (item: TodayItemDto): Paper | undefined => RUNS_OUT[item.kind]?.(item);

export function taskOf(item: TodayItemDto): Task | undefined {
  const words = WORDS[item.kind];
  if (!words) return undefined;

  const detail = item.detail ?? '';
  const [path = '', fragment] = words.path(item.id ?? '', item.partId ?? '').split('#');
  return {
    text: words.text(item.subject, detail),
    path,
    ...(fragment && { fragment }),
    ...(words.detail &&
      (detail || item.id === null || item.kind === 'Bid.Finish' || item.kind === 'Bid.SendChange') && {
        detail: words.detail(detail),
      }),
  };
}
