import { Page } from '@playwright/test';
import { callOff, HISTORY, PREVIEW } from './call-off-samples';

/** A page that is looked at in one state, with invented answers. */
export interface Screen {
  readonly name: string;
  readonly side: 'council' | 'provider';
  readonly path: string;
  readonly heading: string | RegExp;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Brings the page into the state that is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

export const ofCallOff = (state: Parameters<typeof callOff>[0]): Record<string, unknown> => ({
  'GET /api/call-offs/c1': callOff(state),
  'GET /api/call-offs/c1/history': HISTORY,
  'GET /api/call-offs/c1/publish-preview': PREVIEW,
});

export const HEADING = 'Age 16 to 17, E10, E11, E17';
