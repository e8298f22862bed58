import { describe, expect, test } from 'vitest';
import { attributed } from './read-text.js';

const cases: readonly (readonly [question: string, text: string, ...answers: string[]])[] = [
  [
    'a quotation, then who said it',
    '“We had good discussions,” State Department spokeswoman Morgan Ortagus said on Saturday.',
    'Morgan Ortagus | DIRECT SAYS | “We had good discussions,”',
  ],
  [
    'the verb before the name',
    '"It is over," said Swedish Foreign Minister Ann Linde.',
    'Ann Linde | DIRECT SAYS | "It is over,"',
  ],
  [
    'who said it, then a quotation',
    'President Donald Trump told reporters: "I like him."',
    'person:donald-trump | DIRECT SAYS | "I like him."',
  ],
  [
    'a quotation in pieces',
    '“The talks,” Ann Linde said, “were needed by all.”',
    'Ann Linde | DIRECT SAYS | “The talks,” … “were needed by all.”',
  ],
  [
    'a few words of a quotation in a clause',
    'Ann Linde said that the talks were “needed by all”.',
    'Ann Linde | MIXED SAYS | the talks were “needed by all”',
  ],
  [
    'no quotation, with that',
    'The North Korean envoy Kim Myong Gil said on Saturday that the talks had failed.',
    'Kim Myong Gil | INDIRECT SAYS | the talks had failed',
  ],
  [
    'no quotation, the speaker last',
    'The talks had failed after many hours, Kim Myong Gil said in Stockholm.',
    'Kim Myong Gil | INDIRECT SAYS | The talks had failed after many hours',
  ],
  [
    'according to somebody',
    'According to Kim Myong Gil, the talks had failed. The talks went well, according to Washington.',
    'Kim Myong Gil | INDIRECT SAYS | the talks had failed',
    'country:united-states | INDIRECT SAYS | The talks went well',
  ],
  [
    'a headline',
    'North Korea says talks with US have broken down, US says “good discussions”',
    'country:north-korea | INDIRECT SAYS | talks with US have broken down',
    'country:united-states | DIRECT SAYS | “good discussions”',
  ],
  [
    'a capital that speaks, in a clause within',
    'They met for talks, which Pyongyang said broke down but Washington called “good discussions.”',
    'country:north-korea | INDIRECT SAYS | broke down',
    'country:united-states | DIRECT SAYS | “good discussions.”',
  ],
  [
    'he, she, and a quotation that goes on',
    '“We came in good faith,” Kim Myong Gil said.\n\n“These talks were held at a crucial moment,” he added.\n\n“They must not fail.”',
    'Kim Myong Gil | DIRECT SAYS | “We came in good faith,”',
    'Kim Myong Gil | DIRECT SAYS | “These talks were held at a crucial moment,” … “They must not fail.”',
  ],
  [
    'an office whose name comes next',
    'North Korea’s top nuclear envoy said the talks had broken down.\n\n“They failed,” Kim Myong Gil said.',
    'Kim Myong Gil | INDIRECT SAYS | the talks had broken down',
    'Kim Myong Gil | DIRECT SAYS | “They failed,”',
  ],
  [
    'a word that only begins the sentence is nobody’s name',
    'Afterwards North Korea said that the talks had failed.',
    'country:north-korea | INDIRECT SAYS | the talks had failed',
  ],
  [
    'one who answers through a spokeswoman',
    'The United States accepted host Sweden’s invitation to resume talks, State Department spokeswoman Morgan Ortagus said.',
    'Morgan Ortagus | INDIRECT ACCEPTS | The United States accepted host Sweden’s invitation to resume talks',
    'country:sweden via Morgan Ortagus | INDIRECT INVITES | to resume talks',
  ],
  [
    'two states that demand, and one that refuses',
    'Russia and China have been calling for the UN to lift sanctions. But the United States has refused.',
    'country:russia + country:china | INDIRECT DEMANDS | the UN to lift sanctions',
    'country:united-states | INDIRECT REFUSES | the United States has refused',
  ],
  [
    'somebody who is not named',
    'A diplomatic source in Seoul said that the talks would go on.',
    'unnamed: A diplomatic source in Seoul | INDIRECT SAYS | the talks would go on',
  ],
  [
    'what somebody did not say',
    'Kim Myong Gil did not say that the talks had failed, and may say that later.',
  ],
  [
    'one who cites another',
    'Yonhap, citing a diplomatic source in Seoul, reported that the talks would go on.',
    'unnamed: a diplomatic source in Seoul via body: Yonhap | INDIRECT SAYS | the talks would go on',
  ],
  [
    'one who cites another at the end',
    'The talks would go on, the news agency Yonhap reported on Sunday, citing two officials.',
    'unnamed: two officials via body: Yonhap | INDIRECT SAYS | The talks would go on',
  ],
  [
    'one who cites another, by whom it is told',
    'According to Yonhap, citing KCNA, the talks had failed.',
    'body: KCNA via body: Yonhap | INDIRECT SAYS | the talks had failed',
  ],
  [
    'one who names a reason, not a source',
    'Ann Linde said that the talks would be held in Stockholm, citing safety concerns.',
    'Ann Linde | INDIRECT SAYS | the talks would be held in Stockholm',
  ],
  [
    'one who is quoted as saying it',
    'State media quoted Kim Myong Gil as saying that the talks had failed.',
    'Kim Myong Gil via unnamed: State media | INDIRECT SAYS | the talks had failed',
  ],
  [
    'one who was quoted, and by whom',
    'Kim Myong Gil was quoted as saying by Yonhap: “The talks have failed.”',
    'Kim Myong Gil via body: Yonhap | DIRECT SAYS | “The talks have failed.”',
  ],
  [
    'one who was quoted by another as saying it',
    '“It is over,” Kim Myong Gil was quoted by the news agency Yonhap as saying.',
    'Kim Myong Gil via body: Yonhap | DIRECT SAYS | “It is over,”',
  ],
  [
    'marks of two apostrophes, as news wires have them',
    "''The talks failed,'' Ann Linde said. ''They will not 'go on' now.''",
    'Ann Linde | DIRECT SAYS | "The talks failed," … "They will not \'go on\' now."',
  ],
  [
    'who is told by what they are, and where they sit',
    'Ann Linde (S-Stockholm) said the talks were over. Marley Anderson, 21, a student from Oslo, said she was glad.',
    'Ann Linde | INDIRECT SAYS | the talks were over',
    'Marley Anderson | INDIRECT SAYS | she was glad',
  ],
  [
    'whom somebody told it',
    'Ann Linde told the BBC on Monday that the talks were over. Ann Linde on Tuesday said that they were not.',
    'Ann Linde | INDIRECT SAYS | the talks were over',
    'Ann Linde | INDIRECT SAYS | they were not',
  ],
  [
    'people that no list has a word for',
    'Seventy percent of the voters say that the talks failed. The archaeologists said they would go on.',
    'unnamed: Seventy percent of the voters | INDIRECT SAYS | the talks failed',
    'unnamed: The archaeologists | INDIRECT SAYS | they would go on',
  ],
  [
    'a poll, and a statement of a body',
    'A new poll showed that few believed it. Facebook released a statement which read, in part, “This raises critical questions for everybody.”',
    'unnamed: A new poll | INDIRECT SAYS | few believed it',
    'body: Facebook | DIRECT SAYS | “This raises critical questions for everybody.”',
  ],
  [
    'a name and a colon',
    'Ann Linde: “The talks were long and went nowhere at all.”',
    'Ann Linde | DIRECT SAYS | “The talks were long and went nowhere at all.”',
  ],
  ['a word in quotation marks that nobody said', 'The so-called “summit” was held in Stockholm.'],
];

describe('What does a text attribute, and to whom?', () => {
  test.each(cases)('%s', (_, text, ...answers) => {
    expect(attributed(text)).toEqual(answers);
  });
});
