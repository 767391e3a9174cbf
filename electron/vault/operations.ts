/** Every operation on an open vault: name → function. To add one: 1. its function beside its table  2. its row here  3. its place in vault.ts and connection.ts. */
import { readCanaries } from './canaries.ts'
import { addConversations, listConversations, listTurns, pageOfTurns, readTokens, readTurn, removeConversation, saveConversation, saveTokens, saveTurn } from './chat.ts'
import { searchTurns } from './chat-search.ts'
import type { Database } from './database.ts'
import { listDrafts, saveDraft } from './drafts.ts'
import { applyChanges, changeHistory, changeSummaries, eventsBetween, eventsById, eventsOfSeries, instancesOfSeries, readChangeSet } from './events.ts'
import { readHousehold, writeHousehold } from './household.ts'
import { appendReceipt, finishReceipt, headReceipt, listReceipts, pageOfReceipts } from './receipts.ts'
import { readSecret, readSettings, writeSecret, writeSettings } from './settings.ts'
import { answerReminders, giveReminders, listTasks, remindersGiven } from './tasks.ts'
import { readMoreWords, readWords } from './words.ts'

export const operations = {
  'household.read': readHousehold,
  'household.write': writeHousehold,
  'events.between': eventsBetween,
  'events.byIds': eventsById,
  'events.ofSeries': eventsOfSeries,
  'events.instances': instancesOfSeries,
  'events.apply': applyChanges,
  'events.history': changeHistory,
  'events.summaries': changeSummaries,
  'events.changeSet': readChangeSet,
  'tasks.list': listTasks,
  'words': readWords,
  'moreWords': readMoreWords,
  'reminders.given': remindersGiven,
  'reminders.give': giveReminders,
  'reminders.answer': answerReminders,
  'chat.conversations': listConversations,
  'chat.saveConversation': saveConversation,
  'chat.removeConversation': removeConversation,
  'chat.turns': listTurns,
  'chat.page': pageOfTurns,
  'chat.turn': readTurn,
  'chat.saveTurn': saveTurn,
  'chat.tokens': readTokens,
  'chat.saveTokens': saveTokens,
  'chat.add': addConversations,
  'chat.search': searchTurns,
  'chat.drafts': listDrafts,
  'chat.saveDraft': saveDraft,
  'receipts.list': listReceipts,
  'receipts.page': pageOfReceipts,
  'receipts.append': appendReceipt,
  'receipts.head': headReceipt,
  'receipts.finish': finishReceipt,
  'settings.read': readSettings,
  'settings.write': writeSettings,
  'secrets.read': readSecret,
  'secrets.write': writeSecret,
  'canaries': readCanaries,
} as const satisfies Readonly<Record<string, (database: Database, ...given: never[]) => unknown>>

export type Operations = typeof operations
