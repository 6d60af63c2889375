import type { Finding } from '../core/debate/assess.ts'
import type { Side, Strength } from '../core/debate/debate.ts'
import type { Stance, Step } from '../core/debate/draft.ts'
import { count } from './words.ts'

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })

const strengths: Readonly<Record<Strength, string>> = {
  study: 'Comparison over time', survey: 'Survey', case: 'Account of one firm', catalogue: 'Catalogue or model', argument: 'Argument',
}

/** What is there, or what to add, in a sentence. `undecided` is a position that takes neither side. */
const finding = (found: Finding, undecided: boolean): string => {
  switch (found.point) {
    case 'evidence':
      return found.state === 'met' ? 'You cite evidence for your position.'
        : undecided ? 'Take at least one card. Without evidence a position is a preference.'
          : 'Take at least one card that supports your position. Without one it is a preference.'
    case 'opposing':
      if (found.state === 'met') return undecided ? 'You cite both sides, and a condition says what decides between them.' : 'You cite a card against your position, and a condition stands beside it.'
      if (found.state === 'unanswered') {
        return undecided ? 'You cite both sides. Write the condition that decides between them.'
          : 'You cite a card against your position. Answer it with a condition: when would that card win?'
      }
      return undecided ? 'You take neither side, so take a card from each.' : 'Take a card that speaks against your position, and answer it with a condition.'
    case 'kinds':
      if (found.state === 'met') return 'Your position rests on more than one kind of evidence.'
      if (found.state === 'missing') return 'Let your position rest on two kinds of evidence, such as a survey and a catalogue.'
      return found.kind === 'argument' ? 'Your position rests on argument alone, which can carry least here. Add a card of another kind.'
        : `Your position rests on one kind of evidence (${strengths[found.kind].toLowerCase()}). Add a card of another kind, which fails in other ways.`
    case 'condition':
      return found.state === 'met' ? 'You state a condition. Ask of it yourself: could it turn out either way, and by when?'
        : 'State a condition: when would it hold, or what would change your mind?'
    case 'limits':
      return found.state === 'met' ? 'You take note of what the evidence leaves open.' : 'Take a card on what the evidence leaves open.'
    case 'certainty':
      return found.state === 'met' ? 'You are no surer than what you cite.'
        : 'You take a side, and nothing that you cite for it is stronger than argument. Cite something stronger, or say that it depends.'
  }
}

/** Texts of a debate: its page, its steps, and what is said about the use of evidence. */
export const debateTexts = {
  description: 'Evidence for and against three contested sentences. Say where you stand, weigh the cards, and say it again.',
  callLine: (cards: number, clauses: number) => `${count(cards, 'card', 'cards')} on ${count(clauses, 'claim', 'claims')}. Say where you stand, weigh the evidence, and say it again.`,
  open: 'Open the debate',
  noScript: 'Stating a position on this page needs JavaScript. On paper it works as well: write down where you stand and under which condition, read the cards, mark those that your position rests on, at least one against it among them, and write your position again.',
  resolution: 'The proposal',
  rule: 'You are judged by your use of evidence. The side that you take earns nothing and costs nothing.',
  steps: 'Steps of the debate',
  stepNames: { before: 'Before', cards: 'The cards', after: 'After', result: 'What to add' } satisfies Record<Step, string>,
  headings: {
    before: 'Where do you stand now?', cards: 'The cards', after: 'And where do you stand now?', result: 'What is there, and what to add',
  } satisfies Record<Step, string>,
  leads: {
    before: 'Choose for each claim, from what you know today. The words may stay empty. What you write is kept as you write it.',
    cards: 'Take the cards that your position rests on, at least one against it among them, and one on what the evidence leaves open. Each says what it cannot show.',
    after: 'State it again. It need not have changed. Answer the strongest card against you with a condition.',
    result: 'This looks at whether the parts of a good case are there. It cannot see how good they are.',
  } satisfies Record<Step, string>,
  claim: (at: number, all: number) => `Claim ${at} of ${all}`,
  stances: { for: 'For it', against: 'Against it', depends: 'It depends' } satisfies Record<Stance, string>,
  conditions: 'When would it hold, and what would change your mind?',
  chooseStance: 'Choose one of the three first.',
  chooseAll: (n: number) => `${count(n, 'claim has', 'claims have')} no position yet. Choose one of the three for each.`,
  keepBefore: 'Keep it and read the cards',
  toAfter: 'State my position again',
  keepAfter: 'Keep it and see what to add',
  changeCards: 'Change the cards',
  changePosition: 'Change my position',
  again: 'Begin a new round',
  toLesson: 'Back to the lesson',
  said: {
    before: 'Your position before the cards is recorded.',
    after: (met: number, all: number) => `Your position after the cards is recorded. Of ${count(all, 'part', 'parts')} of a good case, ${met} ${met === 1 ? 'is' : 'are'} there.`,
    notKept: 'It counts on this page, but the browser does not keep it.',
    again: 'A new round. Your earlier positions are listed under the last step.',
  },
  kinds: 'Kinds of evidence, from what can usually carry most to what can usually carry least:',
  kindCount: (kind: Strength, n: number) => `${strengths[kind].toLowerCase()} (${n === 0 ? 'none' : n})`,
  sides: { for: 'For it', against: 'Against it', limits: 'What the evidence leaves open' } satisfies Record<Side, string>,
  strengths,
  cannotShow: 'Cannot show:',
  missing: 'What nobody has studied',
  taken: (n: number) => (n === 0 ? 'No card taken yet.' : `${count(n, 'card', 'cards')} taken.`),
  yourCards: 'Your cards',
  noCards: 'You have taken no card on this claim.',
  sideShort: { for: 'for', against: 'against', limits: 'left open' } satisfies Record<Side, string>,
  before: 'Before the cards',
  after: 'After the cards',
  notStated: 'Not stated.',
  noCondition: 'No condition.',
  there: 'There',
  add: 'Add',
  changed: { stance: 'Your position has changed.', words: 'Your condition has changed.', both: 'Your position and your condition have changed.', neither: 'Nothing has changed.' },
  noResult: 'State your position after the cards, and this says what is there and what to add.',
  finding,
  sees: 'It sees whether you cite cards on both sides, of which kinds they are, and whether there are words in the condition. Whether the condition is a good one, and whether the card is answered, only a reader can say.',
  history: (n: number) => `Your positions so far (${n})`,
  on: (at: number) => date.format(at),
} as const
