/** A question or a form that must be answered before anything else: focus is kept inside, Escape and the cross close it. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button, IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { strings } from './strings.ts'

const widths = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-3xl' } as const

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the likely one last. They stay in view while the body scrolls. */
  readonly actions?: ReactNode
  readonly size?: keyof typeof widths
  readonly role?: 'dialog' | 'alertdialog'
  /** There is nothing in it but to read: then what scrolls takes the focus, so that it scrolls by key. */
  readonly isReading?: boolean
}

export const Dialog = ({ isOpen, onClose, title, children, actions, size = 'medium', role = 'dialog', isReading = false }: DialogProps): ReactNode => (
  <ModalOverlay isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose() }} isDismissable={role === 'dialog'} className="fixed inset-0 z-40 flex items-center justify-center bg-veil p-6 data-entering:animate-fade-in data-exiting:animate-fade-out">
    <Modal className={classes('floats flex max-h-full w-full flex-col', widths[size])}>
      <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
        <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-3">
          <Heading slot="title" className="font-serif text-lg">{title}</Heading>
          {role === 'dialog' && <IconButton small label={strings.close} onPress={onClose} icon={<X size={16} />} className="-mt-0.5 -mr-2" />}
        </header>
        <div {...(isReading ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})} className="min-h-0 overflow-y-auto px-6 pb-5 -outline-offset-2">{children}</div>
        {actions !== undefined && <footer className="flex flex-wrap justify-end gap-2 border-t px-6 py-4">{actions}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

interface ConfirmProps {
  readonly isOpen: boolean
  readonly title: string
  readonly children: ReactNode
  /** The verb on the button: "Delete", never "OK". */
  readonly confirm: string
  readonly isDanger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once before something that cannot simply be taken back. */
export const ConfirmDialog = ({ isOpen, title, children, confirm, isDanger = false, onConfirm, onClose }: ConfirmProps): ReactNode => (
  <Dialog
    isOpen={isOpen} onClose={onClose} title={title} size="small" role="alertdialog"
    actions={<>
      <Button autoFocus onPress={onClose}>{strings.cancel}</Button>
      <Button tone={isDanger ? 'danger' : 'primary'} onPress={onConfirm}>{confirm}</Button>
    </>}
  >
    <div className="text-muted">{children}</div>
  </Dialog>
)
