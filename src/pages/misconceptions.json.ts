import type { APIRoute } from 'astro'
import { getCourse } from '../queries/course.ts'

/** The misconceptions that a written lesson answers, for the progress page. */
export const GET: APIRoute = async () => Response.json((await getCourse()).misconceptions)
