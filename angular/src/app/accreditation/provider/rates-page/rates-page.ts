import { Component, input, ViewEncapsulation } from '@angular/core';
import { applyEach, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { ApplicationDto, RateCardSectionDto } from '../../../proxy/models';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { parsePounds, poundsText } from '../../../ui/money';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { Price, priceProblem, PRICES } from './prices';

/** With the words that tell the errors of one lot from those of another; empty where there is one lot. */
type Rate = Record<Price, string> & { readonly ofLot: string };

interface Model {
  rates: Rate[];
}

@Component({
  selector: 'dps-rates-page',
  imports: [GovukFormDirective, GovukInput, RouterLink, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  styleUrl: './rates-page.scss',
  encapsulation: ViewEncapsulation.None,
  template: `
    <dps-section-head [section]="section" />
    @if (application().lots.length === 0) {
      <p class="govuk-body">
        First choose your
        <a class="govuk-link" [routerLink]="['/application', application().id, 'lots']">lots and areas</a>.
      </p>
    } @else {
      <p class="govuk-body">The most you will charge in each lot, in pounds. A bid may be lower.</p>
      <form [govukForm]="section.form">
        @for (rate of section.form.tree.rates; track rate; let index = $index) {
          <section class="dps-question-group" [attr.aria-labelledby]="'lot-' + index">
            <h2 class="govuk-heading-m" [id]="'lot-' + index">{{ titleOf(index) }}</h2>
            <div class="dps-price-fields">
              @for (price of prices; track price.name) {
                <govuk-input
                  [field]="rate[price.name]"
                  [label]="price.label"
                  prefix="£"
                  [suffix]="price.suffix"
                  inputMode="decimal"
                  [width]="10"
                />
              }
            </div>
          </section>
        }
        <dps-section-foot [section]="section" />
      </form>
    }
  `,
})
export class RatesPage {
  readonly application = input.required<ApplicationDto>();

  protected readonly prices = PRICES;

  protected readonly section = new SectionForm<'rateCard', Model>(this.application, {
    key: 'rateCard',
    next: ({ id }) => ['/application', id, 'references'],
    read,
    write: (value) => this.write(value),
    schema: (path) => {
      applyEach(path.rates, (rate) => {
        for (const price of PRICES) {
          validate(rate[price.name], ({ value, valueOf }) => {
            const problem = priceProblem(value(), price);
            return problem ? { kind: 'rule', message: `${valueOf(rate.ofLot)}${problem}` } : undefined;
          });
        }
      });
    },
  });

  protected titleOf(index: number): string {
    const lot = this.application().lots[index];
    return lot ? `Lot ${lot.number}: ${lot.name}` : '';
  }

  /** Only lots whose prices are all there: a price that is not typed is not nought. */
  private write(value: Model): RateCardSectionDto {
    const rates = this.application().lots.flatMap(({ lotId }, index) => {
      const texts = value.rates[index];
      if (!texts || PRICES.some((price) => priceProblem(texts[price.name], price))) return [];

      const pence = Object.fromEntries(PRICES.map(({ name }) => [name, parsePounds(texts[name])]));
      return [{ lotId, ...(pence as Record<Price, number>) }];
    });
    return { rates };
  }
}

function read(saved: RateCardSectionDto | undefined, application: ApplicationDto): Model {
  return {
    rates: application.lots.map((lot) => {
      const rate = saved?.rates.find(({ lotId }) => lotId === lot.lotId);
      const prices = Object.fromEntries(PRICES.map(({ name }) => [name, poundsText(rate?.[name])]));
      return { ...(prices as Record<Price, string>), ofLot: application.lots.length > 1 ? `Lot ${lot.number}: ` : '' };
    }),
  };
}
