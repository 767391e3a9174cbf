/** Tells the schema library, before any schema is made, that the content policy allows no code made from strings. Imported first by each part of the window that has schemas: the door has none, and opens sooner without. */
import { config } from 'zod/v4/core'

config({ jitless: true })
