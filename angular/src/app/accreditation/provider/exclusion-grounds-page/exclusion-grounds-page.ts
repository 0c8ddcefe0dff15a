import { Component, input } from '@angular/core';
import { applyEach, validate } from '@angular/forms/signals';
import { ApplicationDto, ExclusionGround, ExclusionGroundsSectionDto } from '../../../proxy/models';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { GROUNDS } from '../words';
import { YES_NO, yesNo } from '../yes-no';

interface Model {
  answers: { applies: string; selfCleaning: string }[];
}

const KINDS = Object.keys(GROUNDS) as ExclusionGround[];

const CONVICTION = 'Convicted in the last 5 years';
const EVENT = 'In the last 3 years';

/** Source: PCR 2015, reg. 57(11): five years from a conviction, three from any other event; 57(3)-(5) for tax. */
const LOOK_BACK: Readonly<Record<ExclusionGround, string>> = {
  OrganisedCrime: CONVICTION,
  Corruption: CONVICTION,
  Fraud: CONVICTION,
  Terrorism: CONVICTION,
  ModernSlavery: CONVICTION,
  TaxNonPayment: 'Found by a court or in a final decision, and not yet paid or under an arrangement to pay',
  Insolvency: EVENT,
  GraveProfessionalMisconduct: EVENT,
  PoorPastPerformance: EVENT,
  Misrepresentation: EVENT,
  ConflictOfInterest: 'In this procurement',
};

@Component({
  selector: 'dps-exclusion-grounds-page',
  imports: [GovukFormDirective, GovukRadios, GovukTextarea, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <dps-section-head [section]="section" />
    <p class="govuk-body">
      Does any of this apply to your organisation, its directors or anyone with control over it? A yes does not end your
      application: tell us what you did to put it right.
    </p>
    <p class="govuk-body">The law looks back 5 years for convictions, and 3 years for most other grounds.</p>
    <form [govukForm]="section.form">
      @for (answer of section.form.tree.answers; track answer; let index = $index) {
        <div>
          <govuk-radios
            [field]="answer.applies"
            [legend]="titleOf(index)"
            [hint]="lookBackOf(index)"
            layout="inline"
            [choices]="yesNo"
          />
          @if (answer.applies().value() === 'yes') {
            <div class="dps-conditional">
              <govuk-textarea
                [field]="answer.selfCleaning"
                label="What happened, and what did you do to put it right?"
                [rows]="4"
              />
            </div>
          }
        </div>
      }
      <dps-section-foot [section]="section" />
    </form>
  `,
})
export class ExclusionGroundsPage {
  readonly application = input.required<ApplicationDto>();

  protected readonly yesNo = YES_NO;

  protected readonly section = new SectionForm<'exclusionGrounds', Model>(this.application, {
    key: 'exclusionGrounds',
    read,
    write,
    schema: (path) => {
      applyEach(path.answers, (answer) => {
        validate(answer.applies, ({ value, pathKeys }) =>
          value() ? undefined : { kind: 'rule', message: `Say yes or no: ${this.titleOf(Number(pathKeys()[1]))}` },
        );
        validate(answer.selfCleaning, ({ value, valueOf }) => {
          if (valueOf(answer.applies) !== 'yes') return undefined;
          if (value().trim() === '') return { kind: 'rule', message: 'Say what was done to put it right' };
          return value().length > 2000 ? { kind: 'rule', message: 'Use 2000 characters or fewer' } : undefined;
        });
      });
    },
  });

  protected lookBackOf(index: number): string {
    const ground = KINDS[index];
    return ground ? LOOK_BACK[ground] : '';
  }

  protected titleOf(index: number): string {
    const ground = KINDS[index];
    return ground ? GROUNDS[ground] : '';
  }
}

function read(saved: ExclusionGroundsSectionDto | undefined): Model {
  return {
    answers: KINDS.map((ground) => {
      const answer = saved?.answers.find((each) => each.ground === ground);
      return { applies: yesNo(answer?.applies), selfCleaning: answer?.selfCleaning ?? '' };
    }),
  };
}

/** Unanswered grounds are left out, so that a draft can be saved. */
function write(value: Model): ExclusionGroundsSectionDto {
  const answers = KINDS.flatMap((ground, index) => {
    const answer = value.answers[index];
    if (!answer?.applies) return [];

    const applies = answer.applies === 'yes';
    return [{ ground, applies, selfCleaning: applies ? answer.selfCleaning.trim() || null : null }];
  });
  return { answers };
}
