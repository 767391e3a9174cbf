/** Tells the schema library, before any schema is made, that the content policy allows no code made from strings. Must be imported first. */
import { config } from 'zod/v4/core'

config({ jitless: true })
