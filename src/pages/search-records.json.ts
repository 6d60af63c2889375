import type { APIRoute } from 'astro'
import { textRecords } from '../core/search/records.ts'
import { getCourse } from '../queries/course.ts'

/** Terms and anti-patterns for the full-text index. The Pagefind integration reads this file and takes it out of the site. */
export const GET: APIRoute = async () => Response.json(textRecords(await getCourse()))
