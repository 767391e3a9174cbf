/** What a change is called in the history, in the language it was made in. */
import { translated } from '../../shared/language.ts'

const and = (more: number, words: string): string => (more === 0 ? '' : ` ${words}`)

export const strings = translated(
  {
    added: (title: string, more = 0): string => `Added “${title}”${and(more, `and ${more} more`)}`,
    changed: (title: string, more = 0): string => `Changed “${title}”${and(more, `and ${more} more`)}`,
    removed: (title: string, more = 0): string => `Removed “${title}”${and(more, `and ${more} more`)}`,
    house: 'Changed the house', imported: (what: string, file: string): string => `Imported ${what} from ${file}`, entries: (count: number): string => `${count} entries`,
    planned: (titles: string): string => `Planned: ${titles}`,
    undid: (label: string): string => `Undid: ${label}`,
    done: (title: string): string => `Done: “${title}”`, skipped: (title: string): string => `Skipped: “${title}”`, reopened: (title: string): string => `Not done after all: “${title}”`, snoozed: (title: string): string => `Snoozed: “${title}”`,
    moved: (title: string): string => `Moved: “${title}”`, swapped: (title: string): string => `Swapped: “${title}”`, ticked: (item: string): string => `Ticked “${item}”`, unticked: (item: string): string => `Unticked “${item}”`,
  },
  {
    added: (title, more = 0) => `„${title}“${and(more, `und ${more} mehr`)} hinzugefügt`,
    changed: (title, more = 0) => `„${title}“${and(more, `und ${more} mehr`)} geändert`,
    removed: (title, more = 0) => `„${title}“${and(more, `und ${more} mehr`)} entfernt`,
    house: 'Das Haus geändert', imported: (what, file) => `${what} aus ${file} importiert`, entries: (count) => `${count} Einträge`,
    planned: (titles) => `Geplant: ${titles}`,
    undid: (label) => `Rückgängig: ${label}`,
    done: (title) => `Erledigt: „${title}“`, skipped: (title) => `Ausgelassen: „${title}“`, reopened: (title) => `Doch nicht erledigt: „${title}“`, snoozed: (title) => `Ruht: „${title}“`,
    moved: (title) => `Verschoben: „${title}“`, swapped: (title) => `Getauscht: „${title}“`, ticked: (item) => `„${item}“ abgehakt`, unticked: (item) => `„${item}“ nicht mehr abgehakt`,
  },
)
