/** What a household is called. */
import { translated } from './language.ts'

/** Until somebody gives it a name. */
export const UNNAMED = 'Our household'

const words = translated({ unnamed: UNNAMED }, { unnamed: 'Unser Haushalt' })

/** As it is shown: one without a name of its own is called so in the language of the window. */
export const householdName = ({ name }: { readonly name: string }): string => (name === UNNAMED ? words.unnamed : name)
