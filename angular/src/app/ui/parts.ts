/** Plain shapes that pages hand to the components of this folder. */

/** Colours of a status; each has its own shape, so that colour never speaks alone. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral' | 'plain';

export interface TaskRow {
  readonly title: string;
  readonly hint?: string;
  /** Router link; without it the row cannot be opened yet. */
  readonly link?: string | readonly unknown[];
  readonly status: string;
  readonly tone: Tone;
}

export interface SummaryRow {
  readonly key: string;
  /** Several values stand under each other. */
  readonly value: string | readonly string[];
  readonly change?: string | readonly unknown[];
  /** The control on that page; its top if left out. */
  readonly changeAt?: string;
  /** What is changed, for those who do not see the row; the key if left out. */
  readonly changeHint?: string;
}

export interface StageStep {
  readonly name: string;
  readonly state: 'done' | 'current' | 'waiting' | 'failed';
  /** `You are here`, `Passed 12 October`. */
  readonly note: string;
}

export interface ClockFace {
  /** `Membership, by law` */
  readonly caption: string;
  /** `Decide by Monday 30 November` */
  readonly headline: string;
  /** `Day 7 of 10`, printed in bold before the note. */
  readonly position?: string;
  readonly note?: string;
  readonly kind: 'law' | 'promise';
  readonly late?: boolean;
  /** Working days: how many the clock has, how many are used, and which of them (from 1) were paused. */
  readonly days?: { readonly total: number; readonly used: number; readonly paused?: readonly number[] };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  /** Figures are printed large, words are not. */
  readonly large?: boolean;
}

export interface HistoryEvent {
  /** UTC instant. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly reason?: string | null;
  readonly tone?: 'done' | 'refused';
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

export interface Crumb {
  readonly label: string;
  readonly link: string | readonly unknown[];
}

export interface TabLink {
  readonly label: string;
  readonly link: string | readonly unknown[];
  readonly query?: Record<string, string | null>;
  readonly active: boolean;
  readonly count?: number;
}
