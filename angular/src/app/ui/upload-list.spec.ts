import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { DocumentDto, Documents } from '../core/documents';
import { UploadList } from './upload-list';

const document = (name: string): DocumentDto => ({
  id: name,
  name,
  kind: 'Pdf',
  size: 3,
  sha256: '',
  servedSha256: null,
  state: 'Ready',
  scan: 'NotScanned',
  nextScanAt: null,
  reason: null,
  uploadedAt: '2026-11-25T09:00:00Z',
});

class FakeDocuments {
  connected = true;
  readonly scanning = () => Promise.resolve('Off');
  readonly get = (id: string) => Promise.resolve(document(id));

  upload(file: File): Promise<DocumentDto> {
    if (file.name === 'macros.xlsx') {
      const error = { code: 'x', detail: 'macros.xlsx has macros.' };
      return Promise.reject(new HttpErrorResponse({ status: 422, error }));
    }
    return this.connected ? Promise.resolve(document(file.name)) : Promise.reject(new HttpErrorResponse({ status: 0 }));
  }
}

describe('several files at once', () => {
  const fake = new FakeDocuments();

  async function add(...names: string[]) {
    const fixture = TestBed.createComponent(UploadList);
    fixture.componentRef.setInput('fieldId', 'files');
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const input = element.querySelector('input')!;
    Object.defineProperty(input, 'files', { value: names.map((name) => new File(['abc'], name)) });
    input.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    return { fixture, texts: () => [...element.querySelectorAll('li')].map((row) => row.textContent ?? '') };
  }

  beforeEach(() => {
    fake.connected = true;
    TestBed.configureTestingModule({ providers: [{ provide: Documents, useValue: fake }] });
  });

  it('one that is refused says why and stops no other', async () => {
    const { fixture, texts } = await add('a.pdf', 'macros.xlsx', 'b.pdf');

    expect(fixture.componentInstance.waiting(), 'they have no place yet').toEqual(['a.pdf', 'b.pdf']);
    expect(texts()[0]).toContain('Checked, not scanned');
    expect(texts()[1]).toContain('macros.xlsx has macros.');
    expect(texts()[2]).toContain('Checked, not scanned');
  });

  it('what a lost connection cut off is sent again when it is back', async () => {
    fake.connected = false;
    const { fixture, texts } = await add('a.pdf');
    expect(texts()[0]).toContain('Cut off');

    fake.connected = true;
    window.dispatchEvent(new Event('online'));
    await fixture.whenStable();

    expect(texts()[0]).toContain('Checked, not scanned');
  });
});
