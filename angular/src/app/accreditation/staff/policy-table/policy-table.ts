import { booleanAttribute, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PolicyDto } from '../../../proxy/models';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { GROUPS, POLICIES, REVIEWS, WHERE_NEEDED } from '../policy-words';

/** A provider's policies by subject, each with its owner, its version and its next review. */
@Component({
  selector: 'dps-policy-table',
  imports: [RouterLink, Status, UkDate],
  templateUrl: './policy-table.html',
  styleUrl: './policy-table.scss',
})
export class PolicyTable {
  readonly items = input.required<readonly PolicyDto[]>();
  /** For the provider, who changes them. */
  readonly linked = input(false, { transform: booleanAttribute });

  protected readonly names = POLICIES;
  protected readonly reviews = REVIEWS;
  protected readonly whereNeeded = WHERE_NEEDED;
  protected readonly groups = computed(() =>
    GROUPS.map(({ group, name }) => ({ name, items: this.items().filter((policy) => policy.group === group) })),
  );
}
