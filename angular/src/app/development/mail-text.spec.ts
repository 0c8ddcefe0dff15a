import { mailText } from './mail-text';

describe('the text of a mail', () => {
  it('is one piece without an address', () => {
    expect(mailText('Hello,\n\nnothing to follow.')).toEqual([{ text: 'Hello,\n\nnothing to follow.' }]);
  });

  it('links an address and leaves the full stop behind it out', () => {
    expect(mailText('Open http://localhost:5080/confirm-email#t=a.b-c_d. It holds a day.')).toEqual([
      { text: 'Open ' },
      { text: 'http://localhost:5080/confirm-email#t=a.b-c_d', href: 'http://localhost:5080/confirm-email#t=a.b-c_d' },
      { text: '. It holds a day.' },
    ]);
  });

  it('never links anything but http and https', () => {
    expect(mailText('javascript:alert(1) data:text/html,x')).toEqual([
      { text: 'javascript:alert(1) data:text/html,x' },
    ]);
  });

  it('says nothing of an empty mail', () => {
    expect(mailText('')).toEqual([]);
  });
});
