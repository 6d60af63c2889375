import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../src/authoring/check.ts'
import { readContent } from '../../src/authoring/read.ts'
import type { Question } from '../../src/core/quiz/question.ts'

/** The sixty-four misconceptions that the course was planned to answer, by their number in that list, from 1. */
const NUMBERED = [
  // DevOps
  'devops-is-tools', 'devops-removes-operations', 'devops-is-ci-cd', 'speed-costs-stability', 'four-dora-metrics', 'fifth-metric-is-reliability',
  'mttr-is-a-dora-metric', 'recovery-time-is-stability', 'power-cut-counts-as-failed-deployment', 'elite-thresholds-are-fixed', 'dora-2024-had-39000',
  'dora-metrics-rank-teams', 'lead-time-starts-at-idea', 'deployment-is-release', 'cd-deploys-every-commit', 'long-branches-protect-main',
  'change-board-lowers-failures', 'full-utilisation-maximises-throughput', 'more-started-more-finished', 'kubectl-in-pipeline-is-gitops',
  'terraform-is-open-source', 'busl-forbids-companies', 'aws-cdk-discontinued', 'blameless-means-unaccountable', 'ai-faster-and-safer',
  // SRE
  'sre-grew-out-of-devops', 'sre-aims-at-100-percent', 'slo-equals-sla', 'one-budget-for-every-month', 'error-budget-is-a-fine',
  'empty-budget-stops-everything', 'burn-rate-144-means-two-hours', 'burn-rate-pairs-swapped', 'burn-rate-144-is-universal',
  'short-window-alerts-sooner', 'page-on-cpu', 'toil-is-disliked-work', 'half-toil-by-design', 'two-pages-per-shift', 'three-people-rota',
  'commander-is-best-debugger', 'root-cause-before-action', 'series-keeps-availability', 'redundancy-always-adds-nines', 'nine-per-level',
  'config-safer-than-code', 'gmail-meeting-2003',
  // Platform engineering, structure, anti-patterns
  'portal-is-platform', 'backstage-graduated', 'crossplane-claims', 'platform-replaces-devops', 'platforms-always-improve-delivery',
  'gartner-measured-80-percent', 'level-four-everywhere', 'golden-path-is-compulsory', 'cognitive-load-should-be-zero', 'sre-is-a-team-topologies-type',
  'any-devops-team-is-an-anti-pattern', 'seven-anti-types', 'copy-the-spotify-model', 'dunbar-proved-150', 'embedding-always-better', 'renaming-fixes-silos',
  'knight-went-bankrupt',
]

/** The misconceptions that a wrong answer to `question` shows. */
const luredBy = (question: Question): readonly (string | undefined)[] => {
  switch (question.type) {
    case 'single':
    case 'multiple': return question.options.filter((option) => !option.correct).map((option) => option.misconception)
    case 'order': return question.items.map((item) => item.misconception)
    case 'match': return question.items.flatMap((item) => Object.values(item.misconceptions ?? {}))
    case 'number': return question.mistakes.map((mistake) => mistake.misconception)
    case 'text': return question.near.map((near) => near.misconception)
  }
}

const tally = (keys: readonly string[]): string =>
  [...Map.groupBy(keys, (key) => key)].sort(([, a], [, b]) => b.length - a.length).map(([key, all]) => `${key} ${all.length}`).join(', ')

describe('what the bank covers', () => {
  const { course } = checkContent(readContent(join(import.meta.dirname, '../../content')))
  assert.ok(course)
  const { misconceptions, modules } = course
  const questions = modules.flatMap((module) => module.lessons).flatMap((lesson) => lesson.questions)
  const planned = new Set(modules.flatMap((module) => module.planned).map((lesson) => lesson.id))
  const used = new Set(questions.flatMap(luredBy))

  it('knows all sixty-four misconceptions, each of them once', () => {
    assert.equal(new Set(NUMBERED).size, 64)
    assert.deepEqual(NUMBERED.filter((id) => !misconceptions.some((misconception) => misconception.id === id)), [])
  })

  it('meets every misconception in a wrong answer, but for those whose lesson is still planned', () => {
    const due = misconceptions.filter((misconception) => !planned.has(misconception.lesson)).map((misconception) => misconception.id)
    assert.deepEqual(due.filter((id) => !used.has(id)), [])
  })

  it('has the questions that the course promises, of every type', (test) => {
    const scenarios = questions.filter((question) => question.scenario)
    const numbers = questions.filter((question) => question.type === 'number')
    test.diagnostic(`${questions.length} questions: ${tally(questions.map((question) => question.type))}; ${scenarios.length} scenarios`)
    test.diagnostic(`${numbers.length} numeric, ${numbers.filter((question) => Object.keys(question.variables).length > 0).length} of them with new numbers each time`)
    assert.ok(questions.length >= 340)
    assert.ok(scenarios.length >= 40)
    assert.ok(numbers.length >= 60)
  })
})
