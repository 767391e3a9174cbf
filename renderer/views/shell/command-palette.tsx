/** The list of commands: typed into, walked with the arrows, and gone with Escape. */
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { useOverlay } from '../../state/overlay.ts'
import { commands } from './commands.ts'
import { Kbd } from './kbd.tsx'
import { keysBehind, keysOf, useOwnKeys } from './own-keys.ts'
import { strings } from './strings.ts'

export const CommandPalette = (): ReactNode => {
  const { shown, close } = useOverlay()
  const own = useOwnKeys()
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <ModalOverlay isOpen={shown === 'commands'} onOpenChange={(open) => { if (!open) close() }} isDismissable className="fixed inset-0 z-40 flex justify-center bg-veil p-6 pt-[12vh] data-entering:animate-fade-in data-exiting:animate-fade-out">
      <Modal className="floats flex max-h-full w-full max-w-lg flex-col self-start overflow-hidden">
        <Dialog aria-label={strings.palette.title} className="flex min-h-0 flex-col outline-none">
          <Autocomplete filter={contains}>
            <SearchField aria-label={strings.palette.field} autoFocus className="flex items-center gap-3 border-b px-4">
              <Search size={18} aria-hidden className="shrink-0 text-muted" />
              <Input placeholder={strings.palette.placeholder} className="h-13 min-w-0 grow bg-transparent text-base outline-none [&::-webkit-search-cancel-button]:hidden" />
            </SearchField>
            <Menu aria-label={strings.palette.list} items={commands} dependencies={[own]} renderEmptyState={() => <p className="px-3 py-4 text-center text-muted">{strings.palette.nothing(keysBehind('write', own))}</p>} className="min-h-0 overflow-y-auto p-1.5 outline-none">
              {({ id, label, keys: usual, run }) => {
                const keys = keysOf({ id, keys: usual }, own)
                return (
                <MenuItem id={id} textValue={label} onAction={() => { close(); run() }} className="flex cursor-default items-center gap-4 rounded-chip px-3 py-1.5 outline-none data-focused:bg-ember-tint data-hovered:bg-hover">
                  <span className="min-w-0 grow">{label}</span>
                  {keys !== undefined && <Kbd keys={keys} />}
                </MenuItem>
                )
              }}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
