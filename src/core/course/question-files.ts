/** Where questions are published, as paths below the site's. Nobody else knows what these paths look like. */

/** The bank of a lesson: all its questions, siblings included. */
export const bankPath = (lesson: string): string => `lessons/${lesson}/questions.json`

/** One question of a lesson with those that may be asked in its place; `root` is its id. */
export const familyPath = (lesson: string, root: string): string => `lessons/${lesson}/questions/${root}.json`

/** The bank which holds what is published at `path`, a question by itself; undefined for every other file. */
export const bankAround = (path: string): string | undefined => {
  const lesson = /^lessons\/([^/]+)\/questions\/[^/]+\.json$/.exec(path)?.[1]
  return lesson === undefined ? undefined : bankPath(lesson)
}
