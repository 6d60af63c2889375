import type { APIRoute } from 'astro'
import { getCourse } from '../../../queries/course.ts'

/** The lesson's whole bank with siblings, for second tries and reviews. */
export const GET: APIRoute = ({ props }) => Response.json(props.questions)

export const getStaticPaths = async () =>
  (await getCourse()).modules.flatMap((module) =>
    module.lessons.map((lesson) => ({ params: { lesson: lesson.id }, props: { questions: lesson.questions } })))
