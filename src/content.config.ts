import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { courseLoader, lessonLoader } from './authoring/loaders.ts'

export const collections = {
  course: defineCollection({ loader: courseLoader(), schema: z.object({ json: z.string() }) }),
  lessons: defineCollection({ loader: lessonLoader(), schema: z.object({ json: z.string() }) }),
}
