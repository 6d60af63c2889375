/** Every text of the interface in one place, a group per page or feature, so that translating it needs no code. */
export { site } from './site.ts'
export { offline } from './offline.ts'
