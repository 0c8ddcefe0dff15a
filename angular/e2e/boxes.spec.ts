import vectors from '../src/app/tendering/boxes/box-check.vectors.json' with { type: 'json' };
import { answering } from './answering';
import { BOX } from './box-samples';
import { expect, test } from './portal';

const file = (name: keyof typeof vectors, text = vectors[name]) => ({
  name: `${name}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

test('a bidder checks its receipt in the browser, and no file leaves it', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await answering(page, 'provider', {});
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.goto('/boxes/check');

  await page.getByLabel('Your files').setInputFiles([file('keys'), file('receipt'), file('bid'), file('box')]);
  await expect(page.getByText('Everything holds')).toBeVisible();
  await expect(page.getByText('The receipt is in the box that the root stands for.')).toBeVisible();
  await expectAccessible();
  await expectReflow(320);

  await page.getByLabel('Your files').setInputFiles([file('bid', vectors.bid.replace('100003', '100004'))]);
  await expect(page.getByText('Something does not hold')).toBeVisible();
  await expectAccessible();
  expect(sent).toEqual([]);
});

test('a file that proves nothing is refused at its field', async ({ page, expectAccessible }) => {
  await answering(page, 'provider', {});
  await page.goto('/boxes/check');
  await page.getByLabel('Your files').setInputFiles([file('bid')]);

  await expect(page.getByText('Choose a receipt file or a box file')).toBeVisible();
  await expectAccessible();
});

test('before the opening the page of a box says nothing of how many bid', async ({ page, expectAccessible }) => {
  await answering(page, 'provider', {
    'GET /api/public/boxes/c1': { ...BOX, receipts: null, opened: null, openedAt: null },
  });
  await page.goto('/boxes/c1');

  await expect(page.getByText('Told here once two officers have opened the box')).toBeVisible();
  await expectAccessible();
});
