import { Component, inject, input, resource, signal } from '@angular/core';
import { Documents, LARGEST_FILE } from '../../core/documents';
import { problemOf } from '../../core/problem';
import { VisitItemDto, VisitPhotoDto } from '../../proxy/models';
import { VisitAnswers } from './visit-answers';

const MOST = 6;

/**
 * Photographs beside an answer. Each goes up at once as a document of the authority, is checked there, and loses its
 * place and device; the answer keeps its id.
 */
@Component({
  selector: 'dps-visit-photos',
  template: `
    @if (photos().length > 0) {
      <ul class="dps-list-plain photos" [attr.aria-label]="'Photos: ' + item().question">
        @for (photo of photos(); track photo.documentId) {
          <li class="photos__item">
            @switch (stateOf(photo)) {
              @case ('Ready') {
                <a [href]="contentOf(photo)">
                  <img class="photos__image" loading="lazy" [src]="contentOf(photo)" [alt]="photo.name" />
                </a>
              }
              @case ('Refused') {
                <span class="photos__state photos__state--bad">Not taken: {{ photo.name }}</span>
              }
              @default {
                <span class="photos__state">Being checked: {{ photo.name }}</span>
              }
            }
            @if (editable()) {
              <button type="button" class="dps-link-button" (click)="remove(photo)">
                Remove<span class="govuk-visually-hidden"> {{ photo.name }}</span>
              </button>
            }
          </li>
        }
      </ul>
    }
    @if (editable() && photos().length < most) {
      <label class="photos__add">
        <input
          class="photos__input"
          type="file"
          accept="image/jpeg,image/png"
          [attr.aria-describedby]="key() + '-photo-state'"
          (change)="choose($event)"
        />
        <span class="photos__face">
          <svg viewBox="0 0 24 20" aria-hidden="true">
            <path d="M2 5h4l2-3h8l2 3h4v13H2z" />
            <circle cx="12" cy="11" r="4" />
          </svg>
          Add photo
        </span>
      </label>
    }
    <p class="photos__state" role="status" [id]="key() + '-photo-state'" [class.photos__state--bad]="failed()">
      {{ message() }}
    </p>
  `,
  styleUrl: './visit-photos.scss',
})
export class VisitPhotos {
  private readonly answers = inject(VisitAnswers);
  private readonly documents = inject(Documents);

  readonly item = input.required<VisitItemDto>();
  readonly key = input.required<string>();
  readonly photos = input.required<readonly VisitPhotoDto[]>();
  readonly editable = input(true);

  protected readonly most = MOST;
  protected readonly message = signal('');
  protected readonly failed = signal(false);

  /** How far each is by now: one that was being checked when the answer was read may be ready since. */
  private readonly states = resource({
    params: () => {
      const ids = this.photos().flatMap(({ documentId, state }) => (state === 'Checking' ? [documentId] : []));
      return ids.length > 0 ? ids.join() : undefined;
    },
    loader: async ({ params, abortSignal }) => {
      const states = new Map<string, string>();
      for (const id of params.split(',')) states.set(id, await this.checked(id, abortSignal));
      return states;
    },
  });

  protected contentOf = (photo: VisitPhotoDto): string => `/api/documents/${photo.documentId}/content`;

  protected stateOf(photo: VisitPhotoDto): string {
    return (this.states.hasValue() ? this.states.value().get(photo.documentId) : undefined) ?? photo.state;
  }

  protected remove(photo: VisitPhotoDto): void {
    this.change(this.photos().filter((each) => each.documentId !== photo.documentId));
    this.message.set('The photo is removed.');
  }

  protected async choose(event: Event): Promise<void> {
    const control = event.target as HTMLInputElement;
    const file = control.files?.[0];
    control.value = '';
    if (!file) return;

    if (file.size > LARGEST_FILE) {
      this.say('This photo is larger than 25 MB. Photos of up to 25 MB are allowed.', true);
      return;
    }
    this.say('Sending the photo');
    try {
      const { id, name } = await this.documents.upload(file);
      this.change([...this.photos(), { documentId: id, name, state: 'Checking' }]);
      this.say('');
    } catch (error) {
      const problem = problemOf(error);
      const lost = problem.status === 0 || problem.status >= 500;
      this.say(lost ? 'The photo was not sent. Choose it again when the connection is back.' : problem.detail, true);
    }
  }

  private say(message: string, failed = false): void {
    this.message.set(message);
    this.failed.set(failed);
  }

  private change(photos: readonly VisitPhotoDto[]): void {
    this.answers.answer(this.item(), { photos });
  }

  /** Asks every two seconds until the check is over. */
  private async checked(id: string, signal: AbortSignal): Promise<string> {
    for (;;) {
      const { state } = await this.documents.get(id);
      if (state !== 'Checking' || signal.aborted) return state;
      await new Promise((rested) => setTimeout(rested, 2_000));
    }
  }
}
