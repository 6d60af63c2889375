/**
 * The addresses of the site. `base` is the path the site lives under, such as `/` or `/course/`; every result starts with it.
 * Lesson addresses are flat, so that moving a lesson to another module breaks no link.
 */
export const addresses = (base: string) => ({
  home: base,
  module: (id: string) => `${base}modules/${id}/`,
  lesson: (id: string, anchor = '') => `${base}lessons/${id}/${anchor && `#${anchor}`}`,
  question: (lesson: string, question: string) => `${base}lessons/${lesson}/#q-${question}`,
  debate: (id: string) => `${base}debates/${id}/`,
  glossary: (term = '') => `${base}glossary/${term && `#${term}`}`,
  sources: (source = '') => `${base}sources/${source && `#${source}`}`,
  antiPatterns: (entry = '') => `${base}anti-patterns/${entry && `#${entry}`}`,
  progress: `${base}progress/`,
  review: `${base}review/`,
  placement: `${base}placement/`,
  pretest: (module: string) => `${base}modules/${module}/pretest/`,
  moduleCheck: (module: string) => `${base}modules/${module}/check/`,
  finalCheck: `${base}final-check/`,
  completion: `${base}completion/`,
  search: `${base}search/`,
  offline: `${base}offline/`,
  about: `${base}about/`,
  titles: `${base}titles.json`,
})
