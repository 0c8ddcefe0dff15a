import { Component, computed, input } from '@angular/core';
import { NeedsProfileDto } from '../../proxy/models';
import { UkDate } from '../../ui/uk-date';
import { RISK_LEVELS, RISKS, SKILL_LEVELS, SKILLS, WISHES } from '../words';
import { needsRows } from './needs-rows';

/** A need as providers read it: coded answers, nothing that says who it is. */
@Component({
  selector: 'dps-needs-summary',
  imports: [UkDate],
  templateUrl: './needs-summary.html',
  styleUrl: './needs-summary.scss',
})
export class NeedsSummary {
  readonly needs = input.required<NeedsProfileDto>();

  protected readonly rows = computed(() => needsRows(this.needs()));
  protected readonly wishes = computed(() => this.needs().wishes.map((wish) => WISHES[wish]));
  protected readonly skills = computed(() =>
    this.needs().independence.map(({ skill, score }) => ({
      name: SKILLS[skill],
      score,
      level: SKILL_LEVELS[score] ?? String(score),
    })),
  );
  protected readonly risks = computed(() =>
    this.needs()
      .risks.filter(({ level }) => level > 0)
      .map(({ risk, level, inLast12Months }) => ({
        name: RISKS[risk],
        score: level,
        level: RISK_LEVELS[level] ?? String(level),
        recent: inLast12Months,
      })),
  );
  protected readonly unknownRisks = computed(() =>
    this.needs()
      .risks.filter(({ level }) => level === 0)
      .map(({ risk }) => RISKS[risk].toLowerCase())
      .join(', '),
  );
  protected readonly skillBlocks = [1, 2, 3, 4];
  protected readonly riskBlocks = [1, 2, 3];
}
