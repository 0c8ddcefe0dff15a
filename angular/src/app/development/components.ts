import { Component, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { Clocks } from '../ui/clocks';
import { Countdown } from '../ui/countdown';
import { isBlankDate, isoDateOf, noDate } from '../ui/dates';
import { EmptyState } from '../ui/empty-state';
import { FactStrip } from '../ui/fact-strip';
import { GovukBackLink } from '../ui/back-link';
import { GovukButton } from '../ui/govuk-button';
import { GovukCheckboxes } from '../ui/govuk-checkboxes';
import { GovukDateInput } from '../ui/govuk-date-input';
import { GovukDetails } from '../ui/details';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { GovukFileUpload } from '../ui/govuk-file-upload';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { GovukNotificationBanner } from '../ui/notification-banner';
import { GovukRadios } from '../ui/govuk-radios';
import { GovukSelect } from '../ui/govuk-select';
import { GovukSummaryList } from '../ui/summary-list';
import { GovukTaskList } from '../ui/task-list';
import { GovukTextarea, wordsOf } from '../ui/govuk-textarea';
import { History } from '../ui/history';
import { Loading } from '../ui/loading';
import { Money, parsePounds } from '../ui/money';
import { PageHeader } from '../ui/page-header';
import { Pagination } from '../ui/pagination';
import { Progress } from '../ui/progress';
import { Score } from '../ui/score';
import { ScrollX } from '../ui/scroll-x';
import { Segmented } from '../ui/segmented';
import { SortHeader } from '../ui/sort-header';
import { Stages } from '../ui/stages';
import { Status } from '../ui/status';
import { Tabs } from '../ui/tabs';
import { TwoPartBar } from '../ui/two-part-bar';
import { UkDateTime } from '../ui/uk-date-time';
import * as samples from './samples';

/** Every component of `ui/` with invented data: for looking at, and for axe. */
@Component({
  selector: 'dps-components',
  imports: [
    Breadcrumbs,
    Clocks,
    Countdown,
    EmptyState,
    FactStrip,
    GovukBackLink,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukDetails,
    GovukErrorSummary,
    GovukFileUpload,
    GovukFormDirective,
    GovukInput,
    GovukNotificationBanner,
    GovukRadios,
    GovukSelect,
    GovukSummaryList,
    GovukTaskList,
    GovukTextarea,
    History,
    Loading,
    Money,
    PageHeader,
    Pagination,
    Progress,
    Score,
    ScrollX,
    Segmented,
    SortHeader,
    Stages,
    Status,
    Tabs,
    TwoPartBar,
    UkDateTime,
  ],
  host: { class: 'dps-page' },
  templateUrl: './components.html',
})
export class Components {
  protected readonly samples = samples;
  protected readonly view = signal('rank');
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly inTwoHours = new Date(Date.now() + 144 * 60_000).toISOString();
  protected readonly saved = signal(false);

  protected readonly form = govukForm(
    signal({
      name: 'Lantern Row Ltd',
      price: '',
      lot: '',
      areas: [] as string[],
      outcome: '',
      from: noDate(),
      reason: '',
    }),
    (path) => {
      required(path.name, { message: 'Enter the registered name' });
      validate(path.price, ({ value }) =>
        parsePounds(value()) === undefined
          ? { kind: 'price', message: 'Enter the weekly price in pounds, like 1067.50' }
          : undefined,
      );
      required(path.lot, { message: 'Choose a lot' });
      validate(path.areas, ({ value }) =>
        value().length === 0 ? { kind: 'areas', message: 'Choose at least one area' } : undefined,
      );
      required(path.outcome, { message: 'Choose an outcome' });
      validate(path.from, ({ value }) => {
        if (isBlankDate(value())) return { kind: 'date', message: 'Enter the date the home is free' };
        return isoDateOf(value()) ? undefined : { kind: 'date', message: 'The date must be a real date' };
      });
      validate(path.reason, ({ value }) => {
        if (wordsOf(value()) === 0) return { kind: 'reason', message: 'Give your reasons' };
        return wordsOf(value()) > 50 ? { kind: 'reason', message: 'Reasons must be 50 words or fewer' } : undefined;
      });
    },
    { save: () => Promise.resolve(this.saved.set(true)) },
  );
}
