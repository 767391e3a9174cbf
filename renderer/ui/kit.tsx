/** Around everything that is made of the kit: tells it the language of the window. The door, which is not, needs none. */
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useSettings } from '../state/settings.ts'

export const Kit = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const locale = useSettings(({ spoken }) => spoken.locale)
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
