import { Directive, effect, inject, input, TemplateRef, ViewContainerRef } from '@angular/core';
import { ServerSession } from './server-session';

/** `*appPermission="'CallOffs.Publish'"` shows its content to those who hold the permission, or any of a list. */
@Directive({ selector: '[appPermission]' })
export class AppPermission {
  readonly appPermission = input.required<string | readonly string[]>();

  constructor() {
    const session = inject(ServerSession);
    const template = inject<TemplateRef<unknown>>(TemplateRef);
    const container = inject(ViewContainerRef);

    effect(() => {
      const allowed = [this.appPermission()].flat().some((name) => session.may(name));
      container.clear();
      if (allowed) container.createEmbeddedView(template);
    });
  }
}
