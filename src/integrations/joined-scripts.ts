import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'

/**
 * Modules that are always loaded together and may as well be one file: a compressor finds less in many small files, and each costs a
 * request. What only some pages need stays apart.
 */
const GROUPS = [
  { name: 'preact', test: /node_modules[\\/](?:preact|@nanostores[\\/]preact)[\\/]|parts[\\/]island-client\.ts$/ },
  { name: 'standing', test: /src[\\/](?:core[\\/]record[\\/](?:lesson-states|notes)|messages[\\/]words)\.ts$/ },
  { name: 'memory', test: /src[\\/](?:stores[\\/]memory|core[\\/]review[\\/](?:memories|scheduler|away|question-index|queue))\.ts$/ },
  { name: 'review', test: /src[\\/](?:stores[\\/]review|core[\\/]review[\\/](?:session|kept-session|mixed|unmet))\.ts$/ },
  { name: 'prompt', test: /src[\\/]islands[\\/]parts[\\/](?:marks-for|question-prompt|rich-text|icon|option-list)\.tsx?$/ },
  { name: 'question', test: /src[\\/]islands[\\/]parts[\\/](?:use-attempt|question-frame|question-foot|confidence-taps|verdict)\.tsx?$|core[\\/]quiz[\\/]draft\.ts$/ },
]

const plugin: Plugin = {
  name: 'joined-scripts',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  // Astro asks for entries with their own exports and no others. Scripts that may be joined with others need more.
  options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
  outputOptions: (options) => ({ ...options, codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS } }),
}

/** Joins small scripts that belong together. */
export const joinedScripts = (): AstroIntegration => ({
  name: 'joined-scripts',
  hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
})
