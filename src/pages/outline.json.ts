import type { APIRoute } from 'astro'
import { outlineOf } from '../core/course/outline.ts'
import { getCourse } from '../queries/course.ts'

/** What progress is computed over in the browser. */
export const GET: APIRoute = async () => Response.json(outlineOf(await getCourse()))
