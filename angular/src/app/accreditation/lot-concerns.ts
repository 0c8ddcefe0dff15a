import { ApplicationDto, LotConcern, OfstedCategory } from '../proxy/models';

type Words = Readonly<Record<LotConcern, string>>;

/** What speaks against admission to a lot, as its provider reads it. */
export const TO_PROVIDER: Words = {
  NotRegistered: 'It takes 16 and 17 year olds: you need to be registered with Ofsted.',
  OutsideRegistration: 'Your Ofsted registration does not name its category.',
  NoHomeOfItsKind: 'None of the homes you chose is of its kind.',
};

export const TO_OFFICER: Words = {
  NotRegistered: 'Takes 16 and 17 year olds; the provider is not registered with Ofsted',
  OutsideRegistration: 'Outside the categories of the Ofsted registration',
  NoHomeOfItsKind: 'No home of this kind in the application',
};

/**
 * The same while lots are being chosen, from the answers as saved. The server says it again at check-your-answers and
 * to the officer: a lot for adults asks for no registration (SI 2023/416, reg. 36).
 */
export function concernsOf(
  lot: { readonly category: OfstedCategory; readonly admits16To17: boolean },
  { answers: { ofsted }, premises }: Pick<ApplicationDto, 'answers' | 'premises'>,
): LotConcern[] {
  const registration: LotConcern[] =
    !lot.admits16To17 || !ofsted
      ? []
      : !ofsted.registered
        ? ['NotRegistered']
        : ofsted.categories.length > 0 && !ofsted.categories.includes(lot.category)
          ? ['OutsideRegistration']
          : [];
  const homes: LotConcern[] =
    premises.length > 0 && premises.every(({ category }) => category !== lot.category) ? ['NoHomeOfItsKind'] : [];
  return [...registration, ...homes];
}
