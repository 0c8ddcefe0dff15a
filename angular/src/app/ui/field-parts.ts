import { computed, inject, Signal } from '@angular/core';
import { pathOf } from './govuk-form';
import { GovukFormDirective } from './govuk-form-directive';

/** The id, the error and the descriptions of a control, derived from the place of its field in the form. */
export interface FieldParts {
  readonly id: Signal<string>;
  readonly name: Signal<string>;
  readonly error: Signal<string | undefined>;
  readonly describedBy: Signal<string | null>;
}

interface NamedField {
  readonly name: Signal<string>;
}

export function fieldParts(
  field: () => () => NamedField,
  hint: () => string | undefined,
  ...more: string[]
): FieldParts {
  const form = inject(GovukFormDirective);
  const path = computed(() => pathOf(field()().name()));
  const id = computed(() => form.govukForm().idOf(path()));
  const error = computed(() => form.govukForm().errorAt(path()));
  const describedBy = computed(() => {
    const ids = [hint() && `${id()}-hint`, error() && `${id()}-error`, ...more.map((part) => `${id()}-${part}`)];
    return ids.filter(Boolean).join(' ') || null;
  });
  return { id, name: id, error, describedBy };
}
