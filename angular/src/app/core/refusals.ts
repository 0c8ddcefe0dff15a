import { HttpErrorResponse } from '@angular/common/http';
import { Problem, problemOf } from './problem';

/** Somebody else changed it meanwhile. */
export const CONCURRENCY = 'DpsPortal:Concurrency';

export const isConcurrency = (problem: Problem | undefined): boolean => problem?.code === CONCURRENCY;

/** What was asked for is not possible as things stand: the page may be out of date and shows how they stand now. */
export const isOvertaken = (problem: Problem): boolean => problem.status === 409 && !isConcurrency(problem);

/** The server says which field is wrong: the form shows it there, and what was typed stays. */
export const namesField = (error: unknown): boolean => Object.keys(problemOf(error).errors).length > 0;

/** Puts a refusal by code at the field it is about, so that it stands there as well as in the summary. */
export function atField(error: unknown, fieldOfCode: Readonly<Record<string, string>>): unknown {
  const problem = problemOf(error);
  const field = problem.code ? fieldOfCode[problem.code] : undefined;
  if (!field || !(error instanceof HttpErrorResponse)) return error;

  return new HttpErrorResponse({
    status: problem.status,
    error: { code: problem.code, detail: problem.detail, errors: { [field]: [problem.detail] } },
  });
}
