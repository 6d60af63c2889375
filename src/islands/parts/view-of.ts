import type { ComponentType } from 'preact'
import type { QuestionType } from '../../core/quiz/question.ts'
import type { QuestionProps } from './use-attempt.ts'

/** The view of a type of question; loaded when the first of that type is asked. */
export const viewOf = async (type: QuestionType): Promise<ComponentType<QuestionProps>> => {
  switch (type) {
    case 'single':
    case 'multiple':
      return (await import('../choice-question.tsx')).ChoiceQuestion
    case 'order':
      return (await import('../order-question.tsx')).OrderQuestion
    case 'match':
      return (await import('../match-question.tsx')).MatchQuestion
    case 'number':
      return (await import('../number-question.tsx')).NumberQuestion
    case 'text':
      return (await import('../text-question.tsx')).TextQuestion
  }
}
