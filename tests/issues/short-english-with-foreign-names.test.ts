import { expect, test } from 'vitest';
import { admit } from '../../src/reading/admit.js';

const languageOf = (text: string) => admit({ title: 'Talks', text }).language;

// Two sentences with names from three countries were taken for Tagalog, and nothing was read from them.
test('a short English text with foreign names is English', () => {
  expect(
    languageOf(
      'STOCKHOLM — Ann Linde, the Swedish foreign minister, said on Saturday: “We hope the talks continue.” ' +
        'Kim Myong Gil told reporters that the talks had failed.',
    ),
  ).toBe('en');
});

test.each([
  [
    'de',
    'Der Außenminister sagte am Samstag, die Gespräche mit der nordkoreanischen Delegation seien gescheitert.',
  ],
  [
    'nl',
    'De minister zei zaterdag dat de gesprekken met de delegatie van Noord-Korea of het vervolg daarvan mislukt was.',
  ],
  ['fr', 'Le ministre a déclaré samedi que les discussions avec la délégation nord-coréenne avaient échoué.'],
  [
    'sv',
    'Utrikesministern sade i lördags att samtalen med den nordkoreanska delegationen hade brutit samman.',
  ],
])('%s stays %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});
