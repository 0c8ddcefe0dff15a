import { AwardReportDto, RecordedBidDto } from '../../proxy/models';
import { formatMoney } from '../../ui/money';
import { SummaryRow } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { formatDateTime } from '../../ui/uk-date-time';
import { EXTENSION_REASONS, NO_BID_REASONS } from '../words';

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const named = (name: string, at: string): string => `${name}, ${formatDateTime(at)}`;

/** Who bought what, how long it was open and who was asked. */
export const competitionOf = (it: AwardReportDto): SummaryRow[] => [
  { key: 'Authority', value: it.placingAuthorityName },
  { key: 'Bought through', value: `${it.lotName}, ${it.schemeName}` },
  { key: 'Subject', value: `Supported accommodation for one young person, call-off ${it.reference}` },
  { key: 'Value', value: `${formatMoney(it.valuePence)} over the whole term` },
  { key: 'Prepared and published', value: [it.preparedByName, named(it.publishedByName, it.publishedAt)] },
  {
    key: 'Deadline',
    value: [
      formatDateTime(it.deadline),
      ...it.extensions.map(
        ({ from, reason, byName }) => `Moved from ${formatDateTime(from)} by ${byName}: ${EXTENSION_REASONS[reason]}`,
      ),
    ],
  },
  { key: `Invited (${it.invited.length})`, value: it.invited.length ? LIST.format(it.invited) : 'Nobody' },
  {
    key: 'Would not bid',
    value: it.declines.length
      ? it.declines.map(({ providerName, reason }) => `${providerName}: ${NO_BID_REASONS[reason]}`)
      : 'Nobody said so',
  },
  { key: 'Means', value: 'Electronic throughout, in this portal' },
];

export const judgementOf = (it: AwardReportDto): SummaryRow[] => [
  { key: 'Opened by', value: it.openers.map(({ name, at }) => named(name, at)) },
  {
    key: 'Scored alone',
    value: it.evaluators.map(({ name, lockedAt, setAside }) =>
      setAside
        ? `${name}: set aside by ${setAside.byName}. ${setAside.reason}`
        : `${name}, locked ${formatDateTime(lockedAt ?? '')}`,
    ),
  },
  { key: 'Agreed under', value: `${it.chairName}, who locked quality ${formatDateTime(it.qualityLockedAt)}` },
  {
    key: 'Conflicts of interest',
    value: it.interests.map(
      ({ officerName, said, at }) => `${officerName}: ${said.toLowerCase()}, ${formatDateTime(at)}`,
    ),
  },
];

export const awardOf = ({ award }: AwardReportDto): SummaryRow[] => [
  { key: 'Awarded to', value: award.providerName },
  { key: 'Why', value: award.reason },
  { key: 'Proposed by', value: named(award.proposedByName, award.proposedAt) },
  { key: 'Approved by', value: named(award.approvedByName ?? '', award.approvedAt ?? '') },
];

/** What was answered on one bid: why it was ruled out, its price where it was asked about, and each score. */
export function bidRows(bid: RecordedBidDto, { criteria }: AwardReportDto): SummaryRow[] {
  const question = bid.priceQuestion;
  return [
    ...(bid.exclusions.length ? [{ key: 'Ruled out', value: bid.exclusions }] : []),
    ...(question
      ? [
          {
            key: 'Asked about its price',
            value: [
              `${question.askedByName}: ${question.question}`,
              question.answer ? `Answer: ${question.answer}` : 'No answer',
              ...(question.decidedByName ? [`${question.outcome} by ${question.decidedByName}`] : []),
              ...(question.decisionReason ? [question.decisionReason] : []),
            ],
          },
        ]
      : []),
    ...(bid.homeReferences ? [{ key: 'Home new to the authority', value: `References: ${bid.homeReferences}` }] : []),
    ...(bid.earlierUse
      ? [
          {
            key: 'Home used before the portal',
            value: [
              `Since ${formatDate(bid.earlierUse.usedFrom)}, said by ${named(bid.earlierUse.recordedByName, bid.earlierUse.recordedAt)}`,
              bid.earlierUse.reason,
            ],
          },
        ]
      : []),
    ...criteria.map(({ id, name }) => {
      const agreed = bid.scores.find(({ criterionId }) => criterionId === id);
      const alone = bid.evaluatorScores.filter(({ criterionId }) => criterionId === id);
      return {
        key: name,
        value: [
          agreed ? `${agreed.score} of 5: ${agreed.reason}` : 'Not scored',
          ...(alone.length
            ? [`Alone: ${alone.map(({ evaluatorName, score }) => `${evaluatorName} ${score}`).join(', ')}`]
            : []),
        ],
      };
    }),
  ];
}
