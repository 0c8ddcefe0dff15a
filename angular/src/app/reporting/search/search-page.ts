import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { searchFind } from '../../proxy/functions';
import { SearchKind } from '../../proxy/models';
import { EmptyState } from '../../ui/empty-state';
import { rule, tooLong } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { countOf, groupsOf, isCut } from './results';

const KINDS: readonly SearchKind[] = ['Providers', 'People', 'Premises', 'Documents'];

/** In characters, of the longest word; the server refuses shorter ones. */
const SHORTEST = 3;

/** One box over all that providers have shown to the host authority. What is looked for lives in the address. */
@Component({
  selector: 'dps-search-page',
  imports: [
    EmptyState,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    Loading,
    PageHeader,
    Pagination,
    RouterLink,
  ],
  host: { class: 'dps-page dps-page--officer' },
  styles: `
    .search {
      max-width: 40rem;
    }

    .all {
      margin-top: 32px;
    }

    .dps-row {
      overflow-wrap: anywhere;
    }
  `,
  templateUrl: './search-page.html',
})
export class SearchPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  readonly search = input<string>();
  readonly kind = input<string>();
  readonly page = input<string>();

  protected readonly countOf = countOf;
  protected readonly isCut = isCut;
  protected readonly pageSize = 20;
  /** The one kind that is paged through; the beginning of every kind without it. */
  protected readonly only = computed(() => KINDS.find((kind) => kind === this.kind()));
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly results = resource({
    params: () => {
      const search = this.search()?.trim();
      return search ? { Search: search, Kind: this.only(), Page: this.pageNumber() } : undefined;
    },
    loader: ({ params }) => this.api.invoke(searchFind, params),
  });
  protected readonly problem = computed(() => (this.results.error() ? problemOf(this.results.error()) : undefined));
  protected readonly groups = computed(() => (this.results.hasValue() ? groupsOf(this.results.value()) : []));
  protected readonly said = computed(() => {
    if (!this.results.hasValue()) return '';
    return this.groups().length === 0
      ? 'Nothing found'
      : `Found: ${this.groups()
          .map(({ name, total }) => `${total} ${name}`)
          .join(', ')}`;
  });

  protected readonly form = govukForm(
    linkedSignal(() => ({ words: this.search() ?? '' })),
    (path) =>
      rule(path.words, (text) =>
        text.split(/\s+/).some((word) => word.length >= SHORTEST)
          ? tooLong(text, 80)
          : `Enter a word of at least ${SHORTEST} characters to search for`,
      ),
    {
      save: ({ words }) => this.router.navigate([], { queryParams: { search: words.trim(), kind: null, page: null } }),
    },
  );
}
