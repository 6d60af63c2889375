import { resolve } from 'node:path'

/** The folder the course is written in: `CONTENT_DIR`, or `content` in the working directory. Absolute. */
export const contentFolder = (): string => resolve(process.env['CONTENT_DIR'] ?? 'content')
