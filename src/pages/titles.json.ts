import type { APIRoute } from 'astro'
import { packTitles } from '../core/search/title-index.ts'
import { getCourse } from '../queries/course.ts'

/** The small index that answers a search first: titles, headings, terms and anti-patterns. */
export const GET: APIRoute = async () => Response.json(packTitles(await getCourse()))
