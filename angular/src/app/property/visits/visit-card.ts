import { Component, computed, inject, input } from '@angular/core';
import { VisitItemDto } from '../../proxy/models';
import { keyOf, VisitAnswers } from './visit-answers';
import { VisitPhotos } from './visit-photos';
import { RESULTS, ResultWords } from './visit-words';

/** One question of the checklist, big enough for a thumb. Advisory and Fail open a note. */
@Component({
  selector: 'dps-visit-card',
  imports: [VisitPhotos],
  templateUrl: './visit-card.html',
  styleUrl: './visit-card.scss',
})
export class VisitCard {
  protected readonly answers = inject(VisitAnswers);

  readonly item = input.required<VisitItemDto>();
  readonly number = input.required<number>();

  protected readonly results = RESULTS;
  protected readonly key = computed(() => keyOf(this.item()).replace(/[^\w-]/g, '-'));
  protected readonly answer = computed(() => this.answers.answerOf(this.item()));
  protected readonly missing = computed(() => this.answers.missingOf(this.item()));
  protected readonly tone = computed(
    () => RESULTS.find((result) => result.value === this.answer().result)?.tone ?? 'open',
  );
  protected readonly asksNote = computed(() => ['warn', 'bad'].includes(this.tone()));
  protected readonly missingArea = computed(() => (this.missing().startsWith('Enter') ? this.missing() : ''));
  protected readonly missingNote = computed(() => (this.missing().startsWith('Say') ? this.missing() : ''));

  /** Every bedroom is measured: that question always applies. */
  protected isOff = (result: ResultWords): boolean => this.item().measuresArea && result.value === 'NotApplicable';

  protected choose(result: ResultWords): void {
    this.answers.answer(this.item(), { result: result.value });
  }

  protected write(note: string): void {
    this.answers.answer(this.item(), { note });
  }

  protected measure(area: string): void {
    this.answers.answer(this.item(), { area });
  }
}
