// What no reviewer should have to look for.
// Text must grow with the reader's own text size (WCAG 2.2, 1.4.4): font sizes in rem or em, line heights without a unit.
// Words on the screen are written one way: ’ in words, no space before %, one form of hint at a date.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** govuk-frontend takes its scale in px and writes rem itself. */
const EXEMPT = 'styles/_settings.scss';

/** Text inside an SVG is measured in the units of the drawing, which grows as a whole. */
const DRAWING = '// drawing units';

const STYLES = [
  [/font-size:[^;]*\d(px|pt)\b/, 'a font size in px or pt'],
  [/font:[^;]*\d(px|pt)\b/, 'a font size in px or pt'],
  [/line-height:[^;]*\d(px|pt|rem|em|%)/, 'a line height with a unit'],
];

const WORDS = [
  [/[A-Za-z]'(s|t|re|ve|ll|d)\b/, 'a straight apostrophe; write ’'],
  [/(\d|\}) % (?![\d(A-Z])/, 'a space before %'],
  [/hint="Like \d/, 'another hint at a date than “For example, 27 3 2027”'],
];

const found = [];

/** Reads the files below `root` and tells each line that breaks a rule. */
function check(root, isMine, rules, isLeftOut) {
  for (const file of readdirSync(root, { recursive: true }).sort()) {
    if (!isMine.test(file) || /(^|\/)(proxy|bin|obj|Migrations|Sql)\//.test(file)) continue;
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .forEach((line, index) => {
        if (isLeftOut(line, file)) return;
        for (const [rule, words] of rules)
          if (rule.test(line.replace(/ \/\/ .*/, ''))) found.push(`${root}/${file}:${index + 1} has ${words}`);
      });
  }
}

const isComment = (line) => /^\s*(\/\/|\*|\/\*|<!--)/.test(line);
/** SQL operators and headers quote their own words. */
const isQuoted = (line) => /->>|'self'|'id'/.test(line);

check('src', /\.(scss|css|html|ts)$/, STYLES, (line, file) => file.endsWith(EXEMPT) || line.includes(DRAWING));
check('src', /\.html$|(?<!\.spec)\.ts$/, WORDS, isComment);
check('../src', /\.cs$|en-GB\.json$/, WORDS, (line) => isComment(line) || isQuoted(line));

for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
