import { journeys } from './journeys.ts'
import { firefox } from './firefox.ts'

journeys(firefox)
