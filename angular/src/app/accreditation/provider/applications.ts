import { inject, Injectable } from '@angular/core';
import { Api } from '../../proxy/api';
import {
  applicationAnswerClarification,
  applicationCreate,
  applicationGet,
  applicationGetLetters,
  applicationGetOwnList,
  applicationReportRecruitmentAction,
  applicationSave,
  applicationSubmit,
  applicationWithdraw,
  premisesGetList,
  referenceAsk,
  referenceGetList,
  referenceResend,
  referenceRevoke,
  schemeGet,
  schemeGetList,
  standingGet,
} from '../../proxy/functions';
import {
  AnswerClarificationDto,
  ApplicationDto,
  AskReferenceDto,
  QuestionnaireDto,
  ReferencesDto,
  ReportRecruitmentActionDto,
} from '../../proxy/models';

/** The provider's own applications, and what they are made of. */
@Injectable({ providedIn: 'root' })
export class Applications {
  private readonly api = inject(Api);

  readonly own = () => this.api.invoke(applicationGetOwnList);
  readonly get = (id: string) => this.api.invoke(applicationGet, { id });
  readonly letters = (id: string) => this.api.invoke(applicationGetLetters, { id });
  readonly standing = (id: string) => this.api.invoke(standingGet, { id });
  readonly create = (schemeId: string) => this.api.invoke(applicationCreate, { body: { schemeId } });
  readonly schemes = () => this.api.invoke(schemeGetList);
  readonly scheme = (id: string) => this.api.invoke(schemeGet, { id });
  readonly homes = () => this.api.invoke(premisesGetList);

  readonly save = (id: string, answers: QuestionnaireDto, version: number): Promise<ApplicationDto> =>
    this.api.invoke(applicationSave, { id, body: { answers, version } });

  readonly submit = (id: string, version: number): Promise<ApplicationDto> =>
    this.api.invoke(applicationSubmit, { id, body: { version } });

  readonly answer = (id: string, clarificationId: string, body: AnswerClarificationDto): Promise<ApplicationDto> =>
    this.api.invoke(applicationAnswerClarification, { id, clarificationId, body });

  readonly reportAction = (id: string, actionId: string, body: ReportRecruitmentActionDto): Promise<ApplicationDto> =>
    this.api.invoke(applicationReportRecruitmentAction, { id, actionId, body });

  readonly references = (id: string): Promise<ReferencesDto> => this.api.invoke(referenceGetList, { id });

  readonly askReferee = (id: string, body: AskReferenceDto): Promise<ReferencesDto> =>
    this.api.invoke(referenceAsk, { id, body });

  readonly resendReference = (id: string, referenceId: string): Promise<ReferencesDto> =>
    this.api.invoke(referenceResend, { id, referenceId });

  readonly revokeReference = (id: string, referenceId: string): Promise<ReferencesDto> =>
    this.api.invoke(referenceRevoke, { id, referenceId });

  readonly withdraw = (id: string, reason: string, version: number): Promise<ApplicationDto> =>
    this.api.invoke(applicationWithdraw, { id, body: { reason, version } });
}
