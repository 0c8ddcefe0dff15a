import { Component, computed, inject, resource } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { EmptyState } from '../../../ui/empty-state';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Tabs } from '../../../ui/tabs';
import { Staff } from '../staff';
import { belowPass, trainingFactsOf } from '../topics';
import { TrainingMatrix } from '../training-matrix/training-matrix';
import { staffTabs } from '../words';

/** The training matrix of everybody in post. */
@Component({
  selector: 'dps-training-page',
  imports: [EmptyState, FactStrip, GovukErrorSummary, Loading, PageHeader, Tabs, TrainingMatrix],
  host: { class: 'dps-page' },
  templateUrl: './training-page.html',
  styles: `
    dps-tabs {
      display: block;
      margin-bottom: 20px;
    }
  `,
})
export class TrainingPage {
  private readonly staff = inject(Staff);

  protected readonly problemOf = problemOf;
  protected readonly tabs = staffTabs('training');
  protected readonly loaded = resource({ loader: () => this.staff.training() });
  protected readonly matrix = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly facts = computed(() => trainingFactsOf(this.matrix()!));
  protected readonly below = computed(() => belowPass(this.matrix()!));
}
