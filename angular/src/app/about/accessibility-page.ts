import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The model form is that of the Government Digital Service for the Accessibility Regulations 2018 (SI 2018/952). */
@Component({
  selector: 'dps-accessibility-page',
  imports: [RouterLink],
  host: { class: 'dps-page dps-page--text' },
  template: `
    <h1 class="govuk-heading-xl">Accessibility statement</h1>
    <p class="govuk-body">
      This statement is about the Supported Accommodation Portal. We want as many people as possible to be able to use
      it. You should be able to:
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>change colours and contrast with your own browser or system settings</li>
      <li>enlarge text to twice its size without text being cut off or lying over other text</li>
      <li>zoom to 400% without scrolling sideways, save for wide tables</li>
      <li>do everything with a keyboard alone</li>
      <li>use a screen reader</li>
    </ul>

    <h2 class="govuk-heading-m">How accessible the portal is</h2>
    <p class="govuk-body">Some parts are not fully accessible:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>wide tables scroll sideways inside their own frame on a small screen</li>
      <li>the map of boroughs carries its figures in a table beside it, as the drawing alone cannot be read aloud</li>
      <li>documents that others upload, such as insurance certificates, may not be accessible</li>
    </ul>

    <h2 class="govuk-heading-m">Feedback and contact</h2>
    <p class="govuk-body">
      If you find a problem, or need something in another format, tell the council that runs the scheme. It is named on
      <a class="govuk-link" routerLink="/schemes">the scheme’s page</a>.
    </p>

    <h2 class="govuk-heading-m">Enforcement procedure</h2>
    <p class="govuk-body">
      The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No.
      2) Accessibility Regulations 2018. If you are not content with the council’s answer, contact the Equality Advisory
      and Support Service.
    </p>

    <h2 class="govuk-heading-m">Compliance status</h2>
    <p class="govuk-body">
      The portal is made to the Web Content Accessibility Guidelines version 2.2, level AA. It has not been audited by
      anybody outside the team that builds it, so we call it partially compliant. Documents uploaded by others are not
      within the scope of the regulations where they are not needed for active administrative processes.
    </p>

    <h2 class="govuk-heading-m">How it was tested</h2>
    <p class="govuk-body">Each new version is tested, in the browser Chromium, by:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>axe, an automatic checker, on the main pages of every role</li>
      <li>keyboard alone, on the main tasks</li>
      <li>windows 390 and 320 pixels wide</li>
      <li>text at 200%</li>
      <li>forced colours, as in contrast themes</li>
    </ul>
    <p class="govuk-body">It has not been tested with disabled people or with particular screen readers yet.</p>
    <p class="govuk-body">This statement was prepared on 25 November 2026.</p>
  `,
})
export class AccessibilityPage {}
