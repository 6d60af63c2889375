/** "1 lesson", "11 lessons". */
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** "12 min", "1 h", "1 h 49 min": a reading time in minutes. */
export const duration = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Texts of the frame, the home page, the module and lesson pages, and the shared lists. */
export const site = {
  skip: 'Skip to the text',
  mainNavigation: 'Main',
  menu: 'Menu',
  course: 'Course',
  antiPatterns: 'Anti-patterns',
  glossary: 'Glossary',
  sources: 'Sources',
  progress: 'Progress',
  about: 'About',
  offline: 'Keep it offline',
  offlineLine: { offline: 'Offline', kept: 'Kept offline' },
  search: 'Search',
  theme: 'Theme',
  themes: { device: 'as on the device', light: 'light', dark: 'dark' },
  themeButton: (now: string) => `Theme: ${now}`,
  footer: 'Your answers stay on this device.',
  title: (page: string, course: string) => `${page} · ${course}`,
  breadcrumb: 'Breadcrumb',
  pictureTitle: 'The three disciplines and the commentary on them',
  pictureDescription:
    'A loop labelled DevOps carries a change from an idea through build, test and release to use, and brings back what was learned. ' +
    'Inside it an SRE signal runs under a limit; where it crosses the limit, releases wait. Three stacked slabs, platform engineering, ' +
    'carry the loop.',
  modules: 'Modules',
  lessons: 'Lessons',
  notWritten: 'not written yet',
  moduleNotWritten: 'Nothing in this module is written yet. This is its outline.',
  lessonsWritten: (written: number, all: number) =>
    written === all ? count(all, 'lesson', 'lessons') : `${written} of ${count(all, 'lesson', 'lessons')} written`,
  questions: (n: number) => count(n, 'question', 'questions'),
  time: 'Time',
  minutesLong: (n: number) => count(n, 'minute', 'minutes'),
  youWill: 'You will',
  youWillBeAbleTo: 'Afterwards you can',
  startModule: 'Start with',
  endQuestions: 'Questions on the whole lesson',
  evidence: 'Evidence',
  practice: 'Practice advice',
  commentary: 'Commentary',
  commonTrap: 'Common trap',
  sourcesOfLesson: 'Sources of this lesson',
  seen: {
    first: 'Read at first hand for this course.',
    second: 'Seen quoted or reported, not at first hand.',
    recalled: 'Recalled, not looked up for this course.',
  },
  sourceKinds: {
    study: 'Study',
    survey: 'Survey',
    incident: 'Incident report',
    standard: 'Standard or definition',
    documentation: 'Documentation',
    practice: 'Practice',
    opinion: 'Opinion',
  },
  usedIn: 'Used in',
  taughtIn: 'Taught in',
  taughtLater: (lesson: string) => `Taught in “${lesson}”, not written yet`,
  antiPattern: {
    symptom: 'What you see',
    mechanism: 'How it comes about',
    evidenceFor: 'Evidence that it harms',
    evidenceAgainst: 'Evidence that it can work',
    test: 'How to tell which you have',
    firstStep: 'First step',
    arguedIn: 'Argued in',
  },
  notFound: 'There is no page at this address',
  notFoundText: 'The address may have a slip in it, or the page may have been renamed. Search for it, or start from the outline.',
  nextLesson: (module: string, minutes: number) => `Next in ${module}, ${count(minutes, 'minute', 'minutes')}`,
  nextModule: (module: string, minutes: number) => `Next module: ${module}, ${count(minutes, 'minute', 'minutes')}`,
} as const
