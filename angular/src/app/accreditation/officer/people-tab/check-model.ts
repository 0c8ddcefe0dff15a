import { CheckResult, DbsLevel, FitnessCheckDto, RecordFitnessCheckDto } from '../../../proxy/models';
import { DateParts, datePartsOf, isBlankDate, isoDateOf } from '../../../ui/dates';

/** A check as its controls hold it. */
export interface CheckModel {
  result: string;
  checkedOn: DateParts;
  note: string;
  expiresOn: DateParts;
  documentId: string;
  dbs: { number: string; level: string; issuedOn: DateParts; updateCheckedOn: DateParts };
}

export const modelOf = ({ result, checkedOn, note, expiresOn, documentId, dbs }: FitnessCheckDto): CheckModel => ({
  result: result ?? '',
  checkedOn: datePartsOf(checkedOn),
  note: note ?? '',
  expiresOn: datePartsOf(expiresOn),
  documentId: documentId ?? '',
  dbs: {
    number: dbs?.number ?? '',
    level: dbs?.level ?? '',
    issuedOn: datePartsOf(dbs?.issuedOn),
    updateCheckedOn: datePartsOf(dbs?.updateCheckedOn),
  },
});

export const hasCertificate = ({ dbs: { number, level, issuedOn, updateCheckedOn } }: CheckModel): boolean =>
  number !== '' || level !== '' || !isBlankDate(issuedOn) || !isBlankDate(updateCheckedOn);

export function bodyOf({ kind }: FitnessCheckDto, model: CheckModel): RecordFitnessCheckDto {
  const { number, level, issuedOn, updateCheckedOn } = model.dbs;
  return {
    kind,
    result: (model.result || null) as CheckResult | null,
    checkedOn: isoDateOf(model.checkedOn) ?? null,
    note: model.note.trim() || null,
    expiresOn: isoDateOf(model.expiresOn) ?? null,
    documentId: model.documentId || null,
    dbs: hasCertificate(model)
      ? {
          number: number.replace(/\s/g, ''),
          level: (level || 'EnhancedWithBarredLists') as NonNullable<DbsLevel>,
          issuedOn: isoDateOf(issuedOn) ?? '',
          updateCheckedOn: isoDateOf(updateCheckedOn) ?? null,
        }
      : null,
  };
}
