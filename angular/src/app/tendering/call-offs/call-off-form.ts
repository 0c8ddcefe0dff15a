import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { applyEach, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { CallOffDto } from '../../proxy/models';
import { counted } from '../../ui/counted';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDetails } from '../../ui/details';
import { londonDate } from '../../ui/dates';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukSelect } from '../../ui/govuk-select';
import { Loading } from '../../ui/loading';
import { minutesInWords } from '../../ui/minutes';
import { parseDecimal, parsePounds } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { ReturnedNote } from '../../ui/returned-note';
import { Choice } from '../../ui/parts';
import { formatDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { atField } from '../errors';
import { londonOf } from '../london-time';
import { NeedsSummary } from '../parts/needs-summary';
import { NewerVersion } from '../parts/newer-version';
import { Referrals, SchemeLot } from '../referrals';
import { CATEGORIES } from '../words';
import {
  CallOffValue,
  callOffValueOf,
  deadlineError,
  CRITERIA,
  judgingOf,
  newCallOff,
  newCriterionId,
  termsOf,
  weightsInHundredths,
} from './call-off-value';
import { CopyCriteria } from './copy-criteria';

const WHOLE = 100_00;

const TEN_DAYS = 864_000_000;

/** A call-off prepared from a referral: the lot, the deadline, and how bids are judged. */
@Component({
  selector: 'dps-call-off-form',
  imports: [
    CopyCriteria,
    RouterLink,
    GovukBackLink,
    GovukButton,
    GovukDateInput,
    GovukDetails,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukSelect,
    Loading,
    NeedsSummary,
    NewerVersion,
    PageHeader,
    ReturnedNote,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './call-off-form.html',
  styleUrl: './call-off-form.scss',
})
export class CallOffForm {
  private readonly callOffs = inject(CallOffs);
  private readonly referrals = inject(Referrals);
  private readonly session = inject(ServerSession);
  private readonly clock = inject(ServerClock);
  private readonly router = inject(Router);

  /** Of the call-off; absent for a new one. */
  readonly id = input<string>();
  /** Of the referral; needed for a new one. */
  readonly referral = input<string>();

  protected readonly data = resource({
    params: () => ({ id: this.id(), referralId: this.referral() }),
    loader: async ({ params }) => {
      const callOff = params.id ? await this.callOffs.get(params.id) : undefined;
      const referral = callOff || !params.referralId ? undefined : await this.referrals.get(params.referralId);
      const earlier = referral?.callOffId ? await this.callOffs.get(referral.callOffId) : undefined;
      return { callOff, referral, earlier, needs: callOff?.needs ?? referral?.needs };
    },
  });
  private readonly lots = resource({
    loader: () => this.referrals.lots(this.session.organisation()?.id ?? '', londonOf(untracked(this.clock.now)).date),
  });
  protected readonly loadProblem = computed(() => {
    const error = this.data.error() ?? (this.id() ? undefined : this.lots.error());
    return error ? problemOf(error) : undefined;
  });
  private readonly model = signal(newCallOff());

  protected readonly form = govukForm(
    this.model,
    (path) => {
      required(path.lotId, { message: 'Choose a lot' });
      validate(path.date, ({ value, valueOf }) =>
        this.deadlineRule('date', { date: value(), time: valueOf(path.time) }),
      );
      validate(path.time, ({ value, valueOf }) =>
        this.deadlineRule('time', { date: valueOf(path.date), time: value() }),
      );
      applyEach(path.criteria, (criterion) => {
        required(criterion.name, { message: 'Choose what is judged' });
        validate(criterion.name, ({ value }) =>
          this.model().criteria.filter(({ name }) => name === value()).length > 1
            ? { kind: 'twice', message: 'Choose each criterion once' }
            : undefined,
        );
        validate(criterion.weight, ({ value }) => weightError(value(), false));
      });
      validate(path.priceWeight, ({ value, valueOf }) => {
        const wrong = weightError(value(), true);
        // A weight that is none has an error of its own: a sum with it says nothing.
        const criteria = valueOf(path.criteria);
        if (wrong || criteria.some(({ weight }) => weightError(weight, false))) return wrong;
        const sum = weightsInHundredths({
          ...this.model(),
          criteria,
          priceWeight: value(),
        });
        return sum === WHOLE
          ? undefined
          : { kind: 'sum', message: `The weights make ${(sum / 100).toFixed(2)}. They must make exactly 100.00` };
      });
      validate(path.ceiling, ({ value }) =>
        value().trim() && !parsePounds(value())
          ? { kind: 'pounds', message: 'Enter the limit in pounds a week, like 1250.00, or leave it empty' }
          : undefined,
      );
    },
    {
      save: (value) => this.save(value),
      fieldNames: { deadline: 'date', criteria: 'criteria.0.name', ceilingWeeklyPence: 'ceiling' },
    },
  );

  protected readonly sum = computed(() => (weightsInHundredths(this.model()) / 100).toFixed(2));
  protected readonly isWhole = computed(() => weightsInHundredths(this.model()) === WHOLE);
  private readonly sortedLots = computed(() => {
    const needs = this.data.hasValue() ? this.data.value().needs : undefined;
    const lots = this.lots.hasValue() ? this.lots.value() : [];
    return [...lots]
      .sort((one, other) => one.scheme.name.localeCompare(other.scheme.name) || one.lot.number - other.lot.number)
      .map((each) => ({ ...each, reason: needs ? unsuitable(each, needs.categoryWanted, needs.ageBand) : undefined }));
  });
  /** Lots of two schemes may bear one name. */
  protected readonly lotChoices = computed<readonly Choice[]>(() => {
    const fitting = this.sortedLots().filter(({ reason }) => reason === undefined);
    const nameOf = ({ lot }: SchemeLot): string => `Lot ${lot.number}: ${lot.name}`;
    return fitting.map((each) => {
      const { lot, scheme } = each;
      const isShared = fitting.some((other) => other !== each && nameOf(other) === nameOf(each));
      return {
        value: lot.id,
        label: isShared ? `${nameOf(each)}, ${scheme.name}` : nameOf(each),
        hint: `${isShared ? '' : `${scheme.name}. `}${counted(lot.memberCount, 'member')}`,
      };
    });
  });
  /** How soon bids may close in the lot that was chosen; the exact instant depends on when it is sent. */
  protected readonly leastTime = computed(() => {
    const scheme = this.sortedLots().find(({ lot }) => lot.id === this.model().lotId)?.scheme;
    if (!scheme) return undefined;

    const isTenDays = scheme.tenderTimeBasis === 'Reg34TenDays';
    const soonest = this.clock.now() + (isTenDays ? TEN_DAYS : scheme.minimumTenderMinutes * 60_000);
    return `At least ${isTenDays ? '10 days' : minutesInWords(scheme.minimumTenderMinutes)} from sending: not before ${formatDate(
      londonDate(soonest),
      'weekday',
    )} at ${formatTime(new Date(soonest).toISOString())} if it were sent now.`;
  });
  /** By scheme, so that the reasons can be read in one place. */
  protected readonly otherLots = computed(() => {
    const others = this.sortedLots().filter(({ reason }) => reason !== undefined);
    const schemes = [...new Set(others.map(({ scheme }) => scheme.name))];
    return schemes.map((name) => ({ name, lots: others.filter(({ scheme }) => scheme.name === name) }));
  });
  protected readonly otherLotCount = computed(() => this.otherLots().reduce((sum, { lots }) => sum + lots.length, 0));
  protected readonly lotsLoaded = computed(() => this.lots.hasValue());
  /** Name of a criterion that was removed though it decided a tie. */
  private readonly lostTie = signal<string | undefined>(undefined);
  protected readonly tieHint = computed(() => {
    const lost = this.lostTie();
    return lost && this.model().suitability === '' ? `${lost} was removed: choose another, or none` : undefined;
  });
  protected readonly suitabilityChoices = computed<readonly Choice[]>(() =>
    this.model().criteria.map(({ id, name }) => ({ value: id, label: name || 'No name yet' })),
  );
  protected readonly names: readonly Choice[] = Object.values(CRITERIA).map((name) => ({ value: name, label: name }));
  protected readonly minimums: readonly Choice[] = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

  constructor() {
    effect(() => {
      const { callOff, earlier } = this.data.hasValue() ? this.data.value() : {};
      untracked(() => {
        if (callOff) this.model.set(callOffValueOf(callOff));
        else if (earlier) {
          this.judgeAs(earlier);
          this.model.update((value) => ({ ...value, lotId: earlier.lotId }));
        }
      });
    });
  }

  protected judgeAs(earlier: CallOffDto): void {
    this.model.update((value) => ({ ...value, ...judgingOf(earlier) }));
  }

  protected add(): void {
    this.model.update((value) => ({
      ...value,
      criteria: [...value.criteria, { id: newCriterionId(value.criteria), name: '', weight: '', minimum: '' }],
    }));
    this.form.added('criteria', this.model().criteria.length - 1, 'name');
  }

  protected remove(index: number): void {
    const gone = this.model().criteria[index];
    const decided = gone !== undefined && this.model().suitability === gone.id;
    this.lostTie.set(decided ? gone.name || 'The criterion' : undefined);
    this.model.update((value) => ({
      ...value,
      criteria: value.criteria.filter((_, each) => each !== index),
      ...(decided && { suitability: '' }),
    }));
    this.form.removed('criteria', index);
  }

  private deadlineRule(
    field: 'date' | 'time',
    { date, time }: Pick<CallOffValue, 'date' | 'time'>,
  ): { kind: string; message: string } | undefined {
    const error = deadlineError(date, time);
    return error?.field === field ? { kind: 'deadline', message: error.message } : undefined;
  }

  private async save(value: CallOffValue): Promise<void> {
    const { callOff, referral } = this.data.value() ?? {};
    const terms = termsOf(value);
    try {
      const saved = callOff
        ? await this.callOffs.update(callOff.id, { ...terms, version: callOff.version })
        : await this.callOffs.create({ ...terms, referralId: referral?.id ?? '', lotId: value.lotId });
      const isSame = saved.version === callOff?.version;
      await this.router.navigate(['/call-offs', saved.id], { state: { saved: isSame ? 'same' : 'changed' } });
    } catch (error) {
      throw atField(error, {
        'Tendering:LotNotSuitable': 'lotId',
        'Tendering:NotMemberAuthority': 'lotId',
        'Tendering:SchemeEnded': 'lotId',
        'Tendering:NoMembers': 'lotId',
        'Tendering:WeightsMustTotal100': 'priceWeight',
        'Tendering:BiddingPeriodTooShort': 'date',
      });
    }
  }
}

function weightError(text: string, noughtAllowed: boolean): { kind: string; message: string } | undefined {
  const weight = parseDecimal(text);
  const least = noughtAllowed ? 0 : 0.01;
  return weight !== undefined && weight >= least && weight <= 100
    ? undefined
    : { kind: 'weight', message: 'Enter a weight up to 100 with at most two decimals, like 20' };
}

/** What the server would refuse, said before anybody chooses it. */
function unsuitable({ lot }: SchemeLot, wanted: string, ageBand: string | null | undefined): string | undefined {
  if (lot.category !== wanted) return `for another kind of home: ${CATEGORIES[lot.category].toLowerCase()}`;
  return ageBand === 'From16To17' && !lot.admits16To17 ? 'not for 16 and 17 year olds' : undefined;
}
