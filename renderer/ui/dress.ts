/** How the page is dressed as a whole: its colours, and the language it says it is in. */
import type { Settings } from '../../shared/settings.ts'
import type { Spoken } from '../../shared/language.ts'

export const dress = ({ theme, spoken: { language, locale } }: { readonly theme: Settings['theme']; readonly spoken: Spoken }): void => {
  const { documentElement: page } = document, lang = language === 'pseudo' ? 'en' : locale
  if (page.dataset['theme'] !== theme) page.dataset['theme'] = theme
  if (page.lang !== lang) page.lang = lang
}
