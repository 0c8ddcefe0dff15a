// Our own table: the borough in which most of an outward code lies. A code crosses borders, so a sum by borough is near
// and not exact; the bars by area are exact. Codes that lie mostly outside Greater London (BR8, DA1, KT8 …) are left out.
const CODES: Readonly<Record<string, string>> = {
  'Barking and Dagenham': 'IG11 RM8 RM9 RM10',
  Barnet: 'EN4 EN5 HA8 N2 N3 N11 N12 N20 NW4 NW7 NW9 NW11',
  Bexley: 'DA5 DA6 DA7 DA8 DA14 DA15 DA16 DA17 DA18',
  Brent: 'HA0 HA9 NW2 NW10',
  Bromley: 'BR1 BR2 BR3 BR4 BR5 BR6 BR7 SE20',
  Camden: 'EC1N N1C NW1 NW3 NW5 NW6 W1T WC1A WC1B WC1E WC1H WC1N WC1R WC1V WC1X',
  'City of London': 'EC1A EC2M EC2N EC2R EC2V EC2Y EC3A EC3M EC3N EC3R EC3V EC4A EC4M EC4N EC4R EC4V EC4Y',
  Croydon: 'CR0 CR2 CR5 CR7 CR8 SE19 SE25',
  Ealing: 'UB1 UB2 UB5 UB6 W3 W5 W7 W13',
  Enfield: 'EN1 EN2 EN3 N9 N13 N14 N18 N21',
  Greenwich: 'SE2 SE3 SE7 SE9 SE10 SE18 SE28',
  Hackney: 'E5 E8 E9 EC2A N16',
  'Hammersmith and Fulham': 'SW6 W6 W12 W14',
  Haringey: 'N4 N6 N8 N10 N15 N17 N22',
  Harrow: 'HA1 HA2 HA3 HA5 HA7',
  Havering: 'RM1 RM2 RM3 RM4 RM5 RM7 RM11 RM12 RM13 RM14',
  Hillingdon: 'HA4 HA6 TW6 UB3 UB4 UB7 UB8 UB9 UB10 UB11',
  Hounslow: 'TW3 TW4 TW5 TW7 TW8 TW13 TW14 W4',
  Islington: 'EC1M EC1R EC1V EC1Y N1 N5 N7 N19',
  'Kensington and Chelsea': 'SW3 SW5 SW7 SW10 W8 W10 W11',
  'Kingston upon Thames': 'KT1 KT2 KT3 KT5 KT6 KT9',
  Lambeth: 'SE11 SE24 SE27 SW2 SW4 SW8 SW9 SW16',
  Lewisham: 'SE4 SE6 SE8 SE12 SE13 SE14 SE23 SE26',
  Merton: 'CR4 SM4 SW19 SW20',
  Newham: 'E6 E7 E12 E13 E15 E16 E20',
  Redbridge: 'E18 IG1 IG2 IG3 IG4 IG5 IG6 IG8 RM6',
  'Richmond upon Thames': 'SW13 SW14 TW1 TW2 TW9 TW10 TW11 TW12',
  Southwark: 'SE1 SE5 SE15 SE16 SE17 SE21 SE22',
  Sutton: 'KT4 SM1 SM2 SM3 SM5 SM6',
  'Tower Hamlets': 'E1 E1W E2 E3 E14',
  'Waltham Forest': 'E4 E10 E11 E17',
  Wandsworth: 'SW11 SW12 SW15 SW17 SW18',
  Westminster:
    'NW8 SW1A SW1E SW1H SW1P SW1V SW1W SW1X SW1Y W1A W1B W1C W1D W1F W1G W1H W1J W1K W1S W1U W1W W2 W9 ' +
    'WC2A WC2B WC2E WC2H WC2N WC2R',
};

const BOROUGH_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CODES).flatMap(([borough, codes]) => codes.split(' ').map((code) => [code, borough] as const)),
);

/** The borough of `HA9`; undefined outside London. */
export const boroughOf = (outwardCode: string): string | undefined => BOROUGH_OF.get(outwardCode.trim().toUpperCase());

/** Every outward code of the table, for its test. */
export const LONDON_CODES: readonly string[] = Object.values(CODES).flatMap((codes) => codes.split(' '));
