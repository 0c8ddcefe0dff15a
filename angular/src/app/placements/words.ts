import { AuditEventDto, EndReason, PlacementRoute, PriceChangeReason } from '../proxy/models';
import { formatMoney } from '../ui/money';
import { Choice, HistoryEvent } from '../ui/parts';
import { formatDate } from '../ui/uk-date';

type Words<T extends string> = Readonly<Record<T, string>>;

export const ROUTES: Words<PlacementRoute> = {
  Dps: 'Through the scheme',
  Block: 'Block contract',
  ClosedOrderedList: 'Closed ordered list',
  OpenSelectList: 'Open select list',
  Spot: 'Spot purchase',
  InHouse: 'In-house',
};

const REGIMES: Readonly<Record<string, string>> = {
  PcrDps: 'Call-off from the dynamic purchasing system',
  PcrLightTouch: 'Call-off under the light-touch regime',
  Pa23DynamicMarket: 'Call-off from the dynamic market',
  Pa23OpenFramework: 'Call-off from the open framework',
};

/** A call-off by the law of its scheme: not every scheme is a DPS. */
export const boughtInWords = ({ route, regime }: { route: PlacementRoute; regime?: string | null }): string =>
  (route === 'Dps' && REGIMES[regime ?? '']) || ROUTES[route];

export const PRICE_REASONS: Words<PriceChangeReason> = {
  SupportIncreased: 'More support',
  SupportReduced: 'Less support',
  AnnualUplift: 'Yearly uplift',
  Turned18: 'Turned 18',
  Correction: 'Correction of a mistake',
};

export const END_REASONS: Words<NonNullable<EndReason>> = {
  CarePlan: 'Care plan changed',
  OwnTenancy: 'Moved to their own tenancy',
  Family: 'Moved to family or friends',
  YoungPersonAsked: 'The young person asked to leave',
  AuthorityAsked: 'The council asked',
  ProviderRequest: 'The provider asked',
  ProviderClosure: 'The provider or the home closed',
  StandardsConcern: 'Concern about standards',
  Allegation: 'Allegation',
  Custody: 'Custody',
  Other: 'Another reason',
};

const ACTIONS: Readonly<Record<string, string>> = {
  Agree: 'Agreed',
  ProposePrice: 'Proposed a new price',
  ConfirmPrice: 'Confirmed the new price',
  SendBackPrice: 'Sent the proposed price back',
  ProposeExtension: 'Proposed a later end',
  ConfirmExtension: 'Confirmed the later end',
  SendBackExtension: 'Sent the later end back',
  End: 'Recorded the end',
  TakeBackEnd: 'Took back the end',
};

/** Actions of which it matters what was before. */
const WITH_BEFORE = ['ConfirmPrice', 'SendBackPrice', 'ConfirmExtension'];

/** Slips of the one who types, told at the field: they stay in the audit trail and say nothing about the placement. */
const SLIPS: readonly (string | null | undefined)[] = [
  'Placements:PriceBeforeStart',
  'Placements:PriceAfterEnd',
  'Placements:PriceDateTaken',
  'Placements:NotSixteenOrSeventeen',
  'Placements:EndBeforeStart',
  'Placements:EndTooLate',
  'Placements:NotLonger',
  'Placements:ExtensionTooLong',
];

const REASONS: Readonly<Record<string, string>> = { ...PRICE_REASONS, ...END_REASONS };

export const choicesOf = <T extends string>(words: Words<T>): readonly Choice[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));

export const reasonInWords = (reason: string | null | undefined): string | null =>
  reason ? (REASONS[reason] ?? reason) : null;

/** The audit trail in words: of a price what it was and what it is now. */
export function historyEvents(events: readonly AuditEventDto[]): HistoryEvent[] {
  const dated = (text: string): string =>
    text
      .replace(/\d{4}-\d{2}-\d{2}/g, (iso) => formatDate(iso))
      .replace(/£(\d+)\.(\d\d)/g, (_, pounds, pence) => formatMoney(Number(pounds) * 100 + Number(pence)));
  return events
    .filter(({ refused, code }) => !refused || !SLIPS.includes(code))
    .map((event) => {
      const action = event.action.split('.').at(-1) ?? event.action;
      const what = ACTIONS[action] ?? action;
      const values =
        action === 'SendBackExtension'
          ? `Proposed was ${event.before}`
          : [WITH_BEFORE.includes(action) && event.before, event.after].filter(Boolean).join(', now ');
      return {
        at: event.at,
        who: event.actorName,
        what: event.refused ? `Refused: ${what.charAt(0).toLowerCase()}${what.slice(1)}` : what,
        reason:
          [reasonInWords(event.reason), dated(values.replace(/^(Agreed|Ended)(, | )/, ''))]
            .filter((part) => !!part)
            .map((part) => sentence(part as string))
            .join(' ') || null,
        tone: event.refused ? 'refused' : 'done',
      };
    });
}

/** With a capital and one full stop. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]+$/, '')}.`;
