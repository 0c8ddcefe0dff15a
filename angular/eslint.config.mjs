// @ts-check
import eslint from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const FEATURES = [
  'about',
  'account',
  'organisations',
  'property',
  'accreditation',
  'tendering',
  'placements',
  'quality',
  'reporting',
];

/** Refuses imports of the named sibling folders of src/app. */
const refuse = (folders, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(\\.\\./)+(${folders.join('|')})(/|$)`, message }] }],
});

const UNSAFE_HTML = 'Bind text. Markup that comes from data is a way in for scripts.';

export default defineConfig(
  { ignores: ['dist/', '.angular/', 'src/app/proxy/', 'test-results/', 'playwright-report/'] },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.recommended,
      tseslint.configs.stylistic,
      angular.configs.tsRecommended,
    ],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: ['dps', 'govuk'], style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: ['app', 'dps', 'govuk'], style: 'camelCase' },
      ],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: UNSAFE_HTML },
        { property: 'outerHTML', message: UNSAFE_HTML },
        { property: 'insertAdjacentHTML', message: UNSAFE_HTML },
        ...['Html', 'Style', 'Script', 'Url', 'ResourceUrl'].map((kind) => ({
          property: `bypassSecurityTrust${kind}`,
          message: UNSAFE_HTML,
        })),
      ],
    },
  },
  {
    files: ['src/app/core/**/*.ts'],
    rules: refuse([...FEATURES, 'ui', 'development'], 'core knows nothing above it.'),
  },
  { files: ['src/app/ui/**/*.ts'], rules: refuse([...FEATURES, 'proxy', 'development'], 'ui uses core only.') },
  ...FEATURES.map((feature) => ({
    files: [`src/app/${feature}/**/*.ts`],
    rules: refuse(
      [...FEATURES.filter((other) => other !== feature), 'development'],
      'A feature uses core, ui and proxy, never another feature.',
    ),
  })),
  {
    files: ['**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      'no-restricted-syntax': ['error', { selector: "BoundAttribute[name='innerHTML']", message: UNSAFE_HTML }],
    },
  },
  { files: ['e2e/**/*.ts', 'playwright.config.ts'], rules: { 'no-empty-pattern': 'off' } },
);
