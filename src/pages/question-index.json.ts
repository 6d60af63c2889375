import type { APIRoute } from 'astro'
import { packIndex, questionIndexOf } from '../core/review/question-index.ts'
import { getCourse } from '../queries/course.ts'

/** Which questions there are and where they belong, without their texts: what reviews, checks and mastery are computed over. */
export const GET: APIRoute = async () => Response.json(packIndex(questionIndexOf(await getCourse())))
