import { inject, Injectable } from '@angular/core';
import { Api } from '../proxy/api';
import {
  callOffAcceptPrice,
  callOffAgree,
  callOffAgreeUnanimous,
  callOffAnswerQuestion,
  callOffApproveAward,
  callOffAskAboutPrice,
  callOffCancel,
  callOffCountScoresAgain,
  callOffCreate,
  callOffDeclare,
  callOffDiscard,
  callOffExtend,
  callOffGet,
  callOffGetDraftLetters,
  callOffGetEvaluation,
  callOffGetHistory,
  callOffGetLetters,
  callOffGetList,
  callOffGetPublishPreview,
  callOffGetRecord,
  callOffLockQuality,
  callOffLockScores,
  callOffOpen,
  callOffProposeAward,
  callOffPublish,
  callOffRecordEarlierUse,
  callOffRejectPrice,
  callOffScore,
  callOffSendBackAward,
  callOffSendBackDraft,
  callOffSetAsideScores,
  callOffTakeBackAward,
  callOffTakeBackEarlierUse,
  callOffTakeChair,
  callOffUnlockScores,
  callOffUpdate,
  placementGetList,
} from '../proxy/functions';
import {
  AnswerQuestionDto,
  AuditEventDto,
  AwardRecordDto,
  CallOffCancelReason,
  CallOffDto,
  CallOffState,
  CreateCallOffDto,
  EvaluationDto,
  ExtendCallOffDto,
  GiveScoreDto,
  LetterDto,
  PagedResultOfCallOffListItemDto,
  PlacementListItemDto,
  PublishPreviewDto,
  UpdateCallOffDto,
} from '../proxy/models';

export const PAGE_SIZE = 20;

/** The council's side of call-offs, from draft to letters. */
@Injectable({ providedIn: 'root' })
export class CallOffs {
  private readonly api = inject(Api);

  list(state: CallOffState | undefined, search: string, page: number): Promise<PagedResultOfCallOffListItemDto> {
    return this.api.invoke(callOffGetList, {
      State: state,
      Search: search || undefined,
      Page: page,
      PageSize: PAGE_SIZE,
    });
  }

  get(id: string): Promise<CallOffDto> {
    return this.api.invoke(callOffGet, { id });
  }

  history(id: string): Promise<AuditEventDto[]> {
    return this.api.invoke(callOffGetHistory, { id });
  }

  preview(id: string): Promise<PublishPreviewDto> {
    return this.api.invoke(callOffGetPublishPreview, { id });
  }

  create(body: CreateCallOffDto): Promise<CallOffDto> {
    return this.api.invoke(callOffCreate, { body });
  }

  update(id: string, body: UpdateCallOffDto): Promise<CallOffDto> {
    return this.api.invoke(callOffUpdate, { id, body });
  }

  publish(id: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffPublish, { id, body: { version } });
  }

  sendBackDraft(id: string, reason: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffSendBackDraft, { id, body: { reason, version } });
  }

  discard(id: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffDiscard, { id, body: { version } });
  }

  cancel(id: string, reason: CallOffCancelReason, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffCancel, { id, body: { reason, version } });
  }

  extend(id: string, body: ExtendCallOffDto): Promise<CallOffDto> {
    return this.api.invoke(callOffExtend, { id, body });
  }

  /** Everybody who was invited reads it. */
  answerQuestion(id: string, questionId: string, body: AnswerQuestionDto): Promise<CallOffDto> {
    return this.api.invoke(callOffAnswerQuestion, { id, questionId, body });
  }

  open(id: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffOpen, { id, body: { version } });
  }

  evaluation(id: string): Promise<EvaluationDto> {
    return this.api.invoke(callOffGetEvaluation, { id });
  }

  declare(id: string, hasConflict: boolean, details: string): Promise<EvaluationDto> {
    return this.api.invoke(callOffDeclare, { id, body: { hasConflict, details: details.trim() || null } });
  }

  /** @param version Of the evaluator's own scores, as of {@link lockScores} and {@link unlockScores}. */
  score(id: string, bidId: string, score: GiveScoreDto, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffScore, { id, bidId, body: { scores: [score], version } });
  }

  lockScores(id: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffLockScores, { id, body: { version } });
  }

  unlockScores(id: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffUnlockScores, { id, body: { version } });
  }

  /** @param version Of the call-off, as of all that follow. */
  setAsideScores(id: string, sheetId: string, reason: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffSetAsideScores, { id, sheetId, body: { reason, version } });
  }

  countScoresAgain(id: string, sheetId: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffCountScoresAgain, { id, sheetId, body: { version } });
  }

  takeChair(id: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffTakeChair, { id, body: { version } });
  }

  agree(id: string, bidId: string, score: GiveScoreDto, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffAgree, { id, bidId, body: { scores: [score], version } });
  }

  agreeUnanimous(id: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffAgreeUnanimous, { id, body: { version } });
  }

  lockQuality(id: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffLockQuality, { id, body: { version } });
  }

  /** @param answerBy Instant. */
  askAboutPrice(
    id: string,
    bidId: string,
    question: string,
    answerBy: string,
    version: number,
  ): Promise<EvaluationDto> {
    return this.api.invoke(callOffAskAboutPrice, { id, bidId, body: { question, answerBy, version } });
  }

  /** @param questionVersion Of the question that was read: an answer moves it on. */
  acceptPrice(id: string, bidId: string, version: number, questionVersion: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffAcceptPrice, { id, bidId, body: { version, questionVersion } });
  }

  rejectPrice(
    id: string,
    bidId: string,
    reason: string,
    version: number,
    questionVersion: number,
  ): Promise<EvaluationDto> {
    return this.api.invoke(callOffRejectPrice, { id, bidId, body: { reason, version, questionVersion } });
  }

  /** @param usedFrom `YYYY-MM-DD`, the first day. */
  recordEarlierUse(
    id: string,
    bidId: string,
    usedFrom: string,
    reason: string,
    version: number,
  ): Promise<EvaluationDto> {
    return this.api.invoke(callOffRecordEarlierUse, { id, bidId, body: { usedFrom, reason, version } });
  }

  takeBackEarlierUse(id: string, bidId: string, version: number): Promise<EvaluationDto> {
    return this.api.invoke(callOffTakeBackEarlierUse, { id, bidId, body: { version } });
  }

  proposeAward(id: string, bidId: string, reason: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffProposeAward, { id, body: { bidId, reason, version } });
  }

  sendBackAward(id: string, reason: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffSendBackAward, { id, body: { reason, version } });
  }

  takeBackAward(id: string, version: number): Promise<CallOffDto> {
    return this.api.invoke(callOffTakeBackAward, { id, body: { version } });
  }

  /** @param ranking As it was read. */
  approveAward(id: string, version: number, ranking: string | null | undefined): Promise<CallOffDto> {
    return this.api.invoke(callOffApproveAward, { id, body: { version, ranking } });
  }

  /** As approving the proposed award now would send them. */
  draftLetters(id: string): Promise<LetterDto[]> {
    return this.api.invoke(callOffGetDraftLetters, { id });
  }

  /** What came of the award: made by the outbox, a moment after the approval. */
  async placementOf(id: string): Promise<PlacementListItemDto | undefined> {
    return (await this.api.invoke(placementGetList, { CallOffId: id, PageSize: 1 })).items[0];
  }

  record(id: string): Promise<AwardRecordDto> {
    return this.api.invoke(callOffGetRecord, { id });
  }

  letters(id: string): Promise<LetterDto[]> {
    return this.api.invoke(callOffGetLetters, { id });
  }
}
