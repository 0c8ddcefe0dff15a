import { describe, expect, it } from 'vitest';
import { wasTakenBack } from './proposal-return';

const event = (actorName: string, action: string, refused = false) => ({ actorName, action, refused });

describe('a proposal that came back', () => {
  it('was taken back by whoever had made it', () => {
    const back = event('Nadia Okoro', 'SendBackExtension');
    expect(wasTakenBack([event('Nadia Okoro', 'ProposeExtension'), back], back)).toBe(true);
  });

  it('was sent back by anybody else, whoever reads it', () => {
    const back = event('Priya Hart', 'SendBackExtension');
    expect(wasTakenBack([event('Nadia Okoro', 'ProposeExtension'), back], back)).toBe(false);
  });

  it('is told by the last proposal before it that was not refused', () => {
    const back = event('Priya Hart', 'SendBackPrice');
    const trail = [
      event('Nadia Okoro', 'ProposePrice'),
      event('Priya Hart', 'ProposePrice', true),
      back,
      event('Priya Hart', 'ProposePrice'),
    ];
    expect(wasTakenBack(trail, back)).toBe(false);
  });
});
