import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'

/**
 * Modules that are always loaded together and may as well be one file: a compressor finds less in many small files, and each costs a
 * request. What only some pages need stays apart. By the name of the script, parts of the paths of its modules.
 */
export const JOINED: Readonly<Record<string, readonly string[]>> = {
  preact: [
    'node_modules/preact/', 'node_modules/@nanostores/preact/', 'node_modules/nanostores/listen-keys/', 'node_modules/nanostores/deep-map/',
    'src/islands/parts/island-client.ts',
  ],
  standing: ['src/core/record/lesson-states.ts', 'src/core/record/notes.ts', 'src/messages/words.ts'],
  memory: [
    'src/stores/memory.ts', 'src/core/review/memories.ts', 'src/core/review/scheduler.ts', 'src/core/review/away.ts',
    'src/core/review/question-index.ts', 'src/core/review/queue.ts',
  ],
  review: [
    'src/stores/review.ts', 'src/core/review/session.ts', 'src/core/review/kept-session.ts', 'src/core/review/mixed.ts', 'src/core/review/unmet.ts',
  ],
  prompt: [
    'src/islands/parts/marks-for.ts', 'src/islands/parts/question-prompt.tsx', 'src/islands/parts/rich-text.tsx', 'src/islands/parts/icon.tsx',
    'src/islands/parts/option-list.tsx', 'src/islands/parts/take-up.ts', 'src/core/course/rich.ts',
  ],
  questions: ['src/stores/questions.ts', 'src/stores/banks.ts', 'src/core/quiz/family.ts', 'src/core/course/question-files.ts', 'src/browser/fetch-json.ts'],
  question: [
    'src/islands/parts/use-attempt.ts', 'src/islands/parts/question-frame.tsx', 'src/islands/parts/question-foot.tsx',
    'src/islands/parts/confidence-taps.tsx', 'src/core/quiz/draft.ts',
  ],
}

const groups = Object.entries(JOINED).map(([name, parts]) => ({
  name,
  test: (id: string) => parts.some((part) => id.replaceAll('\\', '/').includes(part)),
}))

const plugin: Plugin = {
  name: 'joined-scripts',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  // Astro asks for entries with their own exports and no others. Scripts that may be joined with others need more.
  options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
  outputOptions: (options) => ({ ...options, codeSplitting: { includeDependenciesRecursively: false, groups } }),
}

/** Joins small scripts that belong together. */
export const joinedScripts = (): AstroIntegration => ({
  name: 'joined-scripts',
  hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
})
