/** One page of every kind, relative to the site's base, for tests that hold everywhere. */
export const pageKinds = [
  { name: 'home', path: '' },
  { name: 'module', path: 'modules/sre-practice/' },
  { name: 'module with nothing written', path: 'modules/fitting-together/' },
  { name: 'lesson', path: 'lessons/error-budget-arithmetic/' },
  { name: 'debate', path: 'debates/great-debate/' },
  { name: 'anti-patterns', path: 'anti-patterns/' },
  { name: 'glossary', path: 'glossary/' },
  { name: 'sources', path: 'sources/' },
  { name: 'progress', path: 'progress/' },
  { name: 'search', path: 'search/?q=budget' },
  { name: 'offline', path: 'offline/' },
  { name: 'about', path: 'about/' },
  { name: 'not found', path: '404.html' },
] as const
