/** DOOR Notification: shows what the desktop is asked to, and hears what is done with it. */
import { Notification } from 'electron'
import { translated } from '../../shared/language.ts'
import type { Notice, Notices, ReminderAnswer } from '../../shared/reminders.ts'

export interface NotificationDeps {
  /** A click, with no answer; or one of its buttons, where the desktop has them (macOS, Windows). */
  readonly onAnswer: (notice: Notice, answer: ReminderAnswer | null) => void
  /** The desktop could not show one; what it says about that, never the text of the notice. */
  readonly onFailed: () => void
}

const words = translated({ done: 'Done', later: 'In 10 minutes' }, { done: 'Erledigt', later: 'In 10 Minuten' })
const done = { words: 'done', answer: { kind: 'done' } } as const
const later = { words: 'later', answer: { kind: 'snooze', for: '10-minutes' } } as const

/** Where the desktop has no notifications nothing is shown; the window shows reminders all the same. */
export function createNotifications({ onAnswer, onFailed }: NotificationDeps): Notices {
  // Kept until they are gone: one that nothing refers to can no longer be clicked.
  const shown = new Map<Notification, Notice>()
  return {
    show: (notice) => {
      if (!Notification.isSupported()) return
      const buttons = notice.reminder === null ? [] : notice.reminder.about.kind === 'task' ? [done, later] : [later]
      const notification = new Notification({ title: notice.title, body: notice.body, actions: buttons.map((button) => ({ type: 'button', text: words[button.words] })) })
      const answer = (given: ReminderAnswer | null): void => { shown.delete(notification); onAnswer(notice, given) }
      notification.on('click', () => { answer(null) })
      notification.on('action', ({ actionIndex }) => { answer(buttons[actionIndex]?.answer ?? null) })
      notification.on('close', () => { shown.delete(notification) })
      notification.on('failed', () => { shown.delete(notification); onFailed() })
      shown.set(notification, notice)
      notification.show()
    },
    clear: (keys) => {
      for (const [notification, { reminder }] of [...shown]) {
        if (keys !== undefined && reminder?.keys.some((key) => keys.includes(key)) !== true) continue
        shown.delete(notification)
        notification.close()
      }
    },
  }
}
