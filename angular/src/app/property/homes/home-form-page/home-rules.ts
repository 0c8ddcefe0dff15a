import { applyEach, SchemaPathTree, validate } from '@angular/forms/signals';
import { CertificateKind } from '../../../proxy/models';
import { DateParts } from '../../../ui/dates';
import { dateProblem, isAfter, needed, rule } from '../../../ui/form-rules';
import { parseDecimal } from '../../../ui/money';
import { CERTIFICATES, WITH_STATED_END } from '../words';

/** What the person types about a home. */
export interface HomeModel {
  name: string;
  addressLine: string;
  town: string;
  postcode: string;
  areaAuthority: string;
  category: string;
  facts: string[];
  places: { id: string; name: string; bedroomArea: string; maxOccupants: string }[];
  certificates: { kind: string; issuedOn: DateParts; expiresOn: DateParts; documentId: string }[];
}

/** @param today The London date: nothing was issued after it. */
export function homeRules(today: string): (path: SchemaPathTree<HomeModel>) => void {
  return (path) => {
    needed(path.name, 'Enter the name of the home', 80);
    needed(path.addressLine, 'Enter the street address', 120);
    needed(path.town, 'Enter the town', 60);
    rule(path.postcode, (text) =>
      /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(text.trim()) ? undefined : 'Enter a full postcode, like HA9 0ZZ',
    );
    rule(path.areaAuthority, (name) => !name && 'Choose the council in whose area the home is');
    rule(path.category, (category) => !category && 'Choose a category');
    rule(path.places, (places) => places.length === 0 && 'Add at least one place');
    applyEach(path.places, (place) => {
      needed(place.name, 'Name the place, like Room 1', 40);
      rule(place.bedroomArea, areaProblem);
    });
    applyEach(path.certificates, (certificate) => {
      rule(certificate.kind, (kind) => !kind && 'Choose the kind of certificate');
      validate(certificate.issuedOn, ({ value, valueOf }) => {
        const subject = `day of issue of the ${nameOf(valueOf(certificate.kind))}`;
        const message =
          dateProblem(value(), `The ${subject}`, `Enter the ${subject}`) ??
          (isAfter(value(), today) ? `The ${subject} must be today or in the past` : undefined);
        return message ? { kind: 'rule', message } : undefined;
      });
      validate(certificate.expiresOn, ({ value, valueOf }) => {
        const name = nameOf(valueOf(certificate.kind));
        const message = dateProblem(value(), `The last day of the ${name}`, `Enter the last day of the ${name}`);
        return WITH_STATED_END.includes(valueOf(certificate.kind)) && message ? { kind: 'rule', message } : undefined;
      });
    });
  };
}

/** In the middle of a sentence; the form may hold several certificates. */
function nameOf(kind: string): string {
  const name = CERTIFICATES[kind as CertificateKind] as string | undefined;
  if (!name) return 'certificate';
  return name.startsWith('HMO') ? name : name.toLowerCase();
}

function areaProblem(text: string): string | undefined {
  const area = parseDecimal(text);
  if (text.trim() === '') return 'Enter the area of the bedroom';
  if (area === undefined || area === 0) return 'Enter the area in square metres, like 9.25';
  return area > 200 ? 'The area must be 200 m² or less' : undefined;
}
