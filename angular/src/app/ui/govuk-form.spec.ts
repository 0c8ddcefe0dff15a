import { HttpErrorResponse } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { applyEach, required } from '@angular/forms/signals';
import { GovukErrorSummary } from './govuk-error-summary';
import { govukForm } from './govuk-form';
import { GovukFormDirective } from './govuk-form-directive';
import { GovukInput } from './govuk-input';

let answer: () => Promise<unknown>;
let known: Record<string, readonly string[]>;
let calls: number;

@Component({
  selector: 'dps-sample',
  imports: [GovukErrorSummary, GovukFormDirective, GovukInput],
  template: `
    <govuk-error-summary [form]="form" />
    <form [govukForm]="form">
      <govuk-input [field]="form.tree.name" label="Name" />
      <govuk-input [field]="form.tree.number" label="Company number" hint="8 characters" />
      <button type="submit">Save</button>
    </form>
  `,
})
class Sample {
  readonly form = govukForm(
    signal({ name: '', number: '' }),
    (path) => {
      required(path.name, { message: 'Enter the name' });
    },
    {
      save: () => {
        calls++;
        return answer();
      },
      whenInvalid: () => Promise.resolve(known),
      fieldNames: { companyNumber: 'number' },
    },
  );
}

@Component({
  selector: 'dps-posts',
  imports: [GovukFormDirective, GovukInput],
  template: `
    <form [govukForm]="form">
      @for (post of form.tree.posts; track post) {
        <govuk-input [field]="post.employer" label="Employer" />
      }
    </form>
  `,
})
class Posts {
  readonly form = govukForm(
    signal({ posts: [{ employer: '' }] }),
    (path) => {
      applyEach(path.posts, (post) => {
        required(post.employer, { message: 'Enter the employer' });
      });
    },
    { save: () => Promise.resolve() },
  );

  add(): void {
    this.form.model.update(({ posts }) => ({ posts: [...posts, { employer: '' }] }));
    this.form.added('posts', this.form.model().posts.length - 1, 'employer');
  }

  remove(index: number): void {
    this.form.model.update(({ posts }) => ({ posts: posts.filter((_, each) => each !== index) }));
    this.form.removed('posts', index);
  }
}

describe('govukForm', () => {
  let fixture: ComponentFixture<Sample>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const control = (id: string): HTMLInputElement => page().querySelector<HTMLInputElement>(`#${id}`)!;
  const summary = (): string[] =>
    [...page().querySelectorAll('.govuk-error-summary li')].map((line) => line.textContent.trim());

  const type = async (id: string, text: string): Promise<void> => {
    control(id).value = text;
    control(id).dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const submit = async (): Promise<void> => {
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    await fixture.whenStable();
  };
  const refuse = (status: number, error: unknown): void => {
    answer = () => Promise.reject(new HttpErrorResponse({ status, error }));
  };

  beforeEach(async () => {
    calls = 0;
    known = {};
    answer = () => Promise.resolve();
    fixture = TestBed.createComponent(Sample);
    document.body.append(page());
    await fixture.whenStable();
  });

  afterEach(() => page().remove());

  it.each([
    [true, 1],
    [false, 0],
  ])('waits for a file that is being sent, and with received %s is sent %i times', async (received, sent) => {
    await type('name', 'Harbour Steps');
    let arrive: (received: boolean) => void = () => undefined;
    fixture.componentInstance.form.waitFor(new Promise((resolve) => (arrive = resolve)));

    await submit();
    expect(calls).toBe(0);
    expect(fixture.componentInstance.form.busy()).toBe(true);
    arrive(received);
    await new Promise((resolve) => setTimeout(resolve));

    expect(calls).toBe(sent);
    expect(fixture.componentInstance.form.busy()).toBe(false);
  });

  it('shows nothing before the first submission and sends nothing that is incomplete', async () => {
    expect(summary()).toEqual([]);

    await submit();

    expect(summary()).toEqual(['Enter the name']);
    expect(calls).toBe(0);
    expect(control('name').getAttribute('aria-describedby')).toBe('name-error');
    expect(document.activeElement?.className).toBe('govuk-error-summary');
  });

  it('says at once what the page and what the server find wrong, the page first at a field of both', async () => {
    known = { name: ['Another name'], number: ['Enter the company number'] };
    await submit();

    expect(summary()).toEqual(['Enter the name', 'Enter the company number']);
    expect(calls).toBe(0);
  });

  it('puts a server error at its field with the same words, until the field changes', async () => {
    refuse(400, { errors: { CompanyNumber: ['No active company has this number'] } });
    await type('name', 'Lantern Row Ltd');
    await type('number', 'ZZ000009');

    await submit();

    expect(summary()).toEqual(['No active company has this number']);
    expect(page().querySelector('#number-error')?.textContent).toContain('No active company has this number');
    expect(control('number').value).toBe('ZZ000009');

    await type('number', 'ZZ000001');
    expect(summary()).toEqual([]);
  });

  it('says all that the server has to say of two fields that are one here', async () => {
    refuse(400, { errors: { companyNumber: ['Enter eight characters'], number: ['Confirm the number'] } });
    await type('name', 'Lantern Row Ltd');

    await submit();

    expect(summary()).toEqual(['Enter eight characters. Confirm the number.']);
  });

  it('keeps the typed text when somebody else changed it meanwhile, and may be sent again as it is', async () => {
    refuse(409, { code: 'Concurrency', detail: 'Somebody else changed this.' });
    await type('name', 'Lantern Row Ltd');

    await submit();

    expect(summary()).toEqual(['Somebody else changed this.']);
    expect(control('name').value).toBe('Lantern Row Ltd');

    answer = () => Promise.resolve();
    await submit();
    expect(calls).toBe(2);
    expect(summary()).toEqual([]);
  });

  it('shows an error of an unknown field in the summary, without a link', async () => {
    refuse(400, { errors: { Elsewhere: ['This is wrong elsewhere'] } });
    await type('name', 'Lantern Row Ltd');

    await submit();

    expect(summary()).toEqual(['This is wrong elsewhere']);
    expect(page().querySelector('.govuk-error-summary a')).toBeNull();
  });

  it('sends a double click once', async () => {
    let finish: () => void = () => undefined;
    answer = () => new Promise<void>((resolve) => (finish = resolve));
    await type('name', 'Lantern Row Ltd');
    const form = page().querySelector('form')!;

    form.dispatchEvent(new Event('submit', { cancelable: true }));
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    finish();
    await fixture.whenStable();

    expect(calls).toBe(1);
  });

  it('says nothing of an item just added before the next submission, and takes the focus there', async () => {
    const posts = TestBed.createComponent(Posts);
    document.body.append(posts.nativeElement as HTMLElement);
    const { form } = posts.componentInstance;
    await form.submit();
    await posts.whenStable();
    expect(form.errorAt('posts.0.employer')).toBe('Enter the employer');

    posts.componentInstance.add();
    await posts.whenStable();
    expect(form.errorAt('posts.0.employer')).toBe('Enter the employer');
    expect(form.errorAt('posts.1.employer')).toBeUndefined();
    expect(document.activeElement?.id).toBe('posts-1-employer');

    posts.componentInstance.remove(0);
    await posts.whenStable();
    expect(form.errorAt('posts.0.employer')).toBeUndefined();

    await form.submit();
    expect(form.errorAt('posts.0.employer')).toBe('Enter the employer');
    (posts.nativeElement as HTMLElement).remove();
  });

  it('falls silent when another form of the page is used', async () => {
    const other = TestBed.createComponent(Posts);
    await other.whenStable();
    await submit();
    expect(summary()).toEqual(['Enter the name']);

    other.componentInstance.form.use();
    await fixture.whenStable();
    expect(summary()).toEqual([]);
  });
});
