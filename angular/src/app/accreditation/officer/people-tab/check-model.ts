import { CheckResult, DbsLevel, FitnessCheckDto, RecordFitnessCheckDto } from '../../../proxy/models';

/** A check as its controls hold it; dates are ISO, empty where there is none. */
export interface CheckModel {
  result: string;
  checkedOn: string;
  note: string;
  expiresOn: string;
  documentId: string;
  dbs: { number: string; level: string; issuedOn: string; updateCheckedOn: string };
}

export const modelOf = ({ result, checkedOn, note, expiresOn, documentId, dbs }: FitnessCheckDto): CheckModel => ({
  result: result ?? '',
  checkedOn: checkedOn ?? '',
  note: note ?? '',
  expiresOn: expiresOn ?? '',
  documentId: documentId ?? '',
  dbs: {
    number: dbs?.number ?? '',
    level: dbs?.level ?? '',
    issuedOn: dbs?.issuedOn ?? '',
    updateCheckedOn: dbs?.updateCheckedOn ?? '',
  },
});

export const hasCertificate = ({ dbs }: CheckModel): boolean => Object.values(dbs).some(Boolean);

export function bodyOf({ kind }: FitnessCheckDto, model: CheckModel): RecordFitnessCheckDto {
  const { number, level, issuedOn, updateCheckedOn } = model.dbs;
  return {
    kind,
    result: (model.result || null) as CheckResult | null,
    checkedOn: model.checkedOn || null,
    note: model.note.trim() || null,
    expiresOn: model.expiresOn || null,
    documentId: model.documentId || null,
    dbs: hasCertificate(model)
      ? {
          number: number.replace(/\s/g, ''),
          level: (level || 'EnhancedWithBarredLists') as NonNullable<DbsLevel>,
          issuedOn,
          updateCheckedOn: updateCheckedOn || null,
        }
      : null,
  };
}
