import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { PageHeader } from '../ui/page-header';
import { UkDateTime } from '../ui/uk-date-time';
import { mailText } from './mail-text';

/** As `DevelopmentEndpoints` answers: outside the API's description, so no client is generated for it. */
interface PickedUpMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
}

/** What the portal would have sent, newest first. The server has this list only where the portal is tried out. */
@Component({
  selector: 'dps-mails',
  imports: [EmptyState, Loading, PageHeader, UkDateTime],
  host: { class: 'dps-page' },
  styleUrl: './mails.scss',
  template: `
    <dps-page-header
      heading="Mail"
      lead="Nobody sends mail while the portal is tried out. What it would have sent is here."
    />
    @if (mails.error()) {
      <dps-empty-state heading="No mail to show">This portal sends its mail, so it keeps none here.</dps-empty-state>
    } @else if (read()) {
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" (click)="mails.reload()">Look again</button>
        <span class="dps-meta">{{ read()!.length === 1 ? '1 message' : read()!.length + ' messages' }}</span>
      </div>
      <ol class="mails">
        @for (mail of read(); track mail.id) {
          <li class="dps-card">
            <details [open]="$first">
              <summary class="mails__head">
                <h2 class="mails__subject">{{ mail.subject }}</h2>
                <span class="dps-meta">To {{ mail.to }}, {{ mail.at | ukDateTime }}</span>
              </summary>
              <p class="mails__body">
                @for (part of mail.parts; track $index) {
                  @if (part.href) {
                    <a class="govuk-link" [href]="part.href">{{ part.text }}</a>
                  } @else {
                    <span>{{ part.text }}</span>
                  }
                }
              </p>
            </details>
          </li>
        } @empty {
          <li><dps-empty-state heading="No mail yet" /></li>
        }
      </ol>
    } @else {
      <dps-loading />
    }
  `,
})
export class Mails {
  protected readonly mails = httpResource<readonly PickedUpMail[]>(() => '/api/development/mail');
  protected readonly read = computed(() =>
    this.mails.hasValue() ? this.mails.value().map((mail) => ({ ...mail, parts: mailText(mail.body) })) : undefined,
  );
}
