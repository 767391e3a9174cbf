/** Every failure a person can meet, by name: what happened, and what to do. No household value ever stands in one. */
import { translated } from './language.ts'
import { german } from './problems-german.ts'
import { detailWords } from './reasons.ts'

interface Wording {
  /** What happened, one plain sentence. `{name}` is replaced by the detail of that name. */
  readonly says: string
  /** What the person can do next, one plain sentence. */
  readonly todo: string
}

const english = {
  'vault.wrong-passphrase': { says: 'That passphrase does not open this vault.', todo: 'Check capital letters and try again, or use your recovery words.' },
  'vault.wrong-words': { says: 'Those recovery words do not open this vault.', todo: 'Check each word and their order; all of them are ordinary English words.' },
  'vault.weak-passphrase': { says: 'That passphrase is too short.', todo: 'Use at least 10 characters; four unrelated words are easy to remember and hard to guess.' },
  'vault.exists': { says: 'There is already a vault on this computer.', todo: 'Unlock it, or move its folder elsewhere first.' },
  'vault.missing': { says: 'There is no vault on this computer yet.', todo: 'Create one.' },
  'vault.not-erased': { says: 'Your household is deleted, but some of its encrypted files could not be removed yet.', todo: 'Close other programs that may use them. Lares removes the rest at its next start.' },
  'vault.locked': { says: 'The vault is locked.', todo: 'Unlock it with your passphrase.' },
  'vault.damaged': { says: 'The vault file is damaged and was left untouched.', todo: 'Restore a backup, or put back a copy of the vault folder, then unlock again.' },
  'vault.keys-damaged': { says: 'The key file beside the vault is damaged or missing; the vault itself was left untouched.', todo: 'Put back vault.keys.json from a backup of the vault folder.' },
  'vault.newer': { says: 'This vault was written by a newer Lares (format {found}; this one reads up to {known}).', todo: 'Install the newer Lares. Nothing was changed.' },
  'vault.full': { says: 'The disk is full, so nothing was saved; everything saved before is intact.', todo: 'Free some space and try again.' },
  'vault.unwritable': { says: 'The vault folder cannot be written to.', todo: 'Check its permissions and the disk it is on, then try again. Nothing was changed.' },
  'vault.in-use': { says: 'Another Lares already has this vault open.', todo: 'Close the other window, then try again.' },
  'vault.too-old-node': { says: 'This runtime is too old for the vault engine (Node-API {found}, needed {needed}).', todo: 'Run Lares with Electron 45, or with Node 24.' },
  'vault.not-found': { says: 'That entry is no longer in the vault.', todo: 'It may have been deleted. Look at the list again.' },
  'vault.stopped': { says: 'The vault stopped unexpectedly; everything saved before is intact.', todo: 'Unlock it again.' },

  'keychain.none': { says: 'This computer’s keychain does not answer, so its login cannot open the vault.', todo: 'Use your passphrase. Nothing is lost.' },
  'keychain.unprotected': { says: 'This desktop has no keychain that protects what is in it: a key kept there could be read by anybody who gets at the disk.', todo: 'Use your passphrase. With GNOME Keyring or KWallet installed and running, Lares can offer it after a restart.' },
  'keychain.refused': { says: 'This computer’s keychain did not give back what opens this vault; it may have been renewed, or the vault came from another computer or login.', todo: 'Use your passphrase. Nothing is lost; to use this computer’s login again, switch it off and on under Settings.' },
  'keychain.off': { says: 'Unlocking with this computer’s login is switched off.', todo: 'Use your passphrase.' },

  'backup.gone': { says: 'That backup is no longer there, or a part of it is missing.', todo: 'Choose another one. Nothing was changed.' },
  'backup.damaged': { says: 'That backup is damaged, so nothing was restored.', todo: 'Choose another one. Your vault is as it was.' },
  'backup.wrong-passphrase': { says: 'That passphrase does not open this backup.', todo: 'A backup opens with the passphrase the vault had when it was made, or with its recovery words.' },
  'backup.wrong-words': { says: 'Those recovery words do not open this backup.', todo: 'Check each word and their order. They are the words that came with the vault it was made of.' },
  'backup.not-made': { says: 'Today’s backup could not be made: {why}.', todo: 'Lares tries again every hour. Everything you save is still kept in the vault.' },

  'input.invalid': { says: 'Lares could not accept that: {what}.', todo: 'Correct it and try again; nothing was changed.' },
  'input.too-long': { says: 'That is too long ({found} characters; at most {limit}).', todo: 'Shorten it, or send it in parts.' },
  'ipc.refused': { says: 'The window asked for something it may not ask for.', todo: 'Restart Lares. If it happens again, please report it.' },
  'internal': { says: 'Something went wrong inside Lares ({code}).', todo: 'Try again; the ledger shows whether anything left. If it happens again, please report the code.' },

  'understand.nothing': { says: 'I did not find something to plan in that.', todo: 'Name a device and a time, for example: run the dishwasher tonight as cheaply as possible.' },
  'understand.unknown-device': { says: 'I do not know a device called “{name}”.', todo: 'Add it under Household, or use a name from there.' },
  'understand.no-words': { says: 'The built-in rules plan and prepare, but they cannot answer questions in words.', todo: 'Let Ollama answer on this computer (Settings → Understanding), or choose “Ask the cloud” for this message.' },
  'understand.no-day': { says: 'I do not know when that is.', todo: 'Say it again with a day, for example: on 12 December.' },
  'understand.no-adult': { says: 'There is nobody in your household who could do it, or no time is left.', todo: 'Add the adults under Household → People, or choose a later day.' },
  'understand.no-devices': { says: 'Your household has no devices yet.', todo: 'Add one under Household, or take the sample household.' },
  'understand.no-tariff': { says: 'There is no electricity price for that time.', todo: 'Add prices for these hours under Household → Tariff.' },
  'understand.past': { says: 'That time has already passed.', todo: 'Name a later time.' },
  'understand.unclear': { says: 'I am not sure what “{phrase}” means here.', todo: 'Say it another way, or leave it out.' },

  'plan.infeasible': { says: 'There is no time that fits: {why}.', todo: '{fix}' },
  'plan.timeout': { says: 'I found no plan in the time I allow myself.', todo: 'Ask for fewer things at once, or give more room.' },
  'plan.clash': { says: 'That plan no longer fits the calendar: {why}.', todo: 'Ask again; Lares will plan around it.' },

  'local.unreachable': { says: 'Ollama is not running on this computer: nothing answers at {tried}.', todo: 'Start it, or let Lares use its built-in rules.' },
  'local.not-ollama': { says: 'Something answers at {at}, but it is not Ollama.', todo: 'Check the address and the port under Settings. Ollama usually listens at 127.0.0.1:11434.' },
  'local.no-model': { says: 'Ollama is running, but the model {model} is not installed.', todo: 'Download it under Settings, or choose another one there.' },
  'local.cloud-model': { says: 'The model {model} would run in Ollama’s cloud, not on this computer, so Lares refused it.', todo: 'Choose a model that runs here. To switch Ollama’s cloud off altogether, set OLLAMA_NO_CLOUD=1, or "disable_ollama_cloud": true in its server.json, and restart it.' },
  'local.not-loopback': { says: 'That Ollama address is not on this computer.', todo: 'Use an address such as http://127.0.0.1:11434.' },
  'local.out-of-memory': { says: 'The model {model} needs more memory than this computer has free.', todo: 'Choose a smaller model under Settings, or close other programs.' },
  'local.garbled': { says: 'The local model answered something that could not be read, twice.', todo: 'The built-in rules were used instead. A larger model may do better.' },
  'local.failed': { says: 'Ollama reported an error ({status}).', todo: 'Look at Ollama’s own messages, or let Lares use its built-in rules.' },
  'local.too-old': { says: 'This Ollama is too old (version {found}): Lares needs {needed} or newer, the first that can be told which form an answer must have.', todo: 'Update Ollama, or let Lares use its built-in rules.' },
  'local.no-room': { says: 'That needs a context of {needed} tokens, and {model} may use {limit}.', todo: 'Write less, raise the context length under Settings, or choose a model with a longer context.' },
  'local.busy': { says: 'Ollama has too many requests at once.', todo: 'Wait until it has finished the others, then try again.' },
  'local.odd-form': { says: '{model} answered, but not in the form it was asked for.', todo: 'Lares would use its built-in rules instead. Try a larger model, or update Ollama.' },
  'local.bad-name': { says: 'That is not the name of a model in Ollama’s library or on Hugging Face.', todo: 'Write it as Ollama does, for example gemma4:e4b or hf.co/someone/model.' },
  'local.not-in-library': { says: 'There is no model called {model} to download.', todo: 'Check the spelling on ollama.com/library.' },
  'local.needs-newer': { says: 'The model {model} needs a newer Ollama than yours (version {found}).', todo: 'Update Ollama, then download it again.' },
  'local.library-unreachable': { says: 'Ollama could not reach its library, so {model} could not be downloaded.', todo: 'Check the internet connection, then resume. What has arrived is kept until Ollama restarts.' },
  'local.disk-full': { says: 'The disk is full, so {model} could not be downloaded.', todo: 'Free some space, or remove a model you do not use, then resume.' },
  'local.pull-failed': { says: 'The download of {model} broke off: {why}.', todo: 'Resume it. What has arrived is kept until Ollama restarts.' },
  'local.slow': { says: 'The local model took longer than {seconds} seconds.', todo: 'Try again, choose a smaller model, or let Lares use its built-in rules.' },
  'local.stopped': { says: 'You stopped the local model.', todo: 'Send the message again when you like.' },

  'privacy.detector-failed': { says: 'A privacy check could not finish ({check}), so nothing may leave.', todo: 'Answer on this computer instead, or try again.' },
  'privacy.not-sealable': { says: 'The outgoing text holds characters that cannot be shown faithfully, so it may not leave.', todo: 'Retype the message without special characters, or answer on this computer.' },
  'privacy.too-long': { says: 'The outgoing request would be {found} bytes; at most {limit} may leave at once.', todo: 'Shorten the message, or answer on this computer.' },
  'privacy.leak': { says: 'The last check found something private in the outgoing bytes, so they may not leave.', todo: 'Redact what is marked, or answer on this computer.' },
  'privacy.forbidden-release': { says: 'That value is in your vault and never leaves.', todo: 'Send without it, or answer on this computer.' },

  'departure.refused': { says: 'You kept it here. Nothing left this computer.', todo: 'Change the message, or ask for an answer on this computer.' },
  'departure.expired': { says: 'The departure waited five minutes without a decision, so it was withdrawn. Nothing left this computer.', todo: 'Send the message again.' },
  'departure.stale': { says: 'That is not what is waiting now. Nothing left this computer.', todo: 'Look at the departure panel again.' },
  'departure.used': { says: 'That approval was already used once.', todo: 'Ask again to send again.' },

  'cloud.off': { says: 'No cloud is set up, and the practice cloud is switched off.', todo: 'Choose a provider under Settings, or answer on this computer.' },
  'cloud.no-key': { says: 'There is no key for {provider} in the vault.', todo: 'Add it under Settings → Cloud.' },
  'cloud.bad-key': { says: 'The key for {provider} holds a space or another character that no key has. Nothing was sent.', todo: 'Paste it again under Settings → Cloud.' },
  'cloud.bad-address': { says: 'That cloud address cannot be used.', todo: 'Use an https:// address, or http:// only for this computer itself.' },
  'cloud.unreachable': { says: '{provider} could not be reached. Nothing was sent.', todo: 'Check the internet connection, or answer on this computer.' },
  'cloud.tls': { says: 'The other end could not prove that it is {provider}, so nothing was sent.', todo: 'Check the address under Settings. Do not send while this lasts.' },
  'cloud.interrupted': { says: 'The connection to {provider} broke after the request had left, so count it as sent. No answer came.', todo: 'Lares did not try again. Ask again if you want to send once more.' },
  'cloud.slow': { says: '{provider} did not answer within {seconds} seconds. The request had left, so count it as sent.', todo: 'Lares did not try again. Ask again, or answer on this computer.' },
  'cloud.redirected': { says: '{provider} tried to pass the request on to another address. Lares did not follow.', todo: 'Check the address under Settings.' },
  'cloud.refused-key': { says: '{provider} did not accept the key.', todo: 'Check the key under Settings → Cloud.' },
  'cloud.busy': { says: '{provider} says it has had too many requests.', todo: 'Wait a little and ask again, or answer on this computer.' },
  'cloud.status': { says: '{provider} answered with an error (status {status}).', todo: 'Ask again later, or answer on this computer.' },
  'cloud.unreadable': { says: 'The answer of {provider} could not be read: {why}.', todo: 'Ask again, or answer on this computer.' },
  'cloud.too-big': { says: 'The answer of {provider} was larger than {limit} bytes and was thrown away.', todo: 'Ask again, or answer on this computer.' },
  'cloud.changed': { says: 'What was about to leave was not what you approved, so it was stopped. Nothing left this computer.', todo: 'Please report this: it should never happen.' },
  'cloud.canary': { says: 'The answer contained a value that only your vault knows. It was thrown away.', todo: 'Do not trust this provider. Please report this.' },

  'calendar.not-found': { says: 'That event is no longer in the calendar.', todo: 'It may have been deleted. Look at the calendar again.' },
  'calendar.impossible': { says: 'The event would end before it starts.', todo: 'Choose an end after the start.' },
  'calendar.changed': { says: 'The calendar has changed since this was proposed.', todo: 'Ask again; Lares will plan with what is there now.' },
  'calendar.decided': { says: 'This proposal was already decided.', todo: 'Ask again if you want another one.' },
  'calendar.rule-unreadable': { says: 'How this repeats cannot be read or is not allowed: {what}.', todo: 'Choose again how it repeats, or enter its dates one by one.' },
  'calendar.rule-too-much': { says: 'Working out how this repeats would take more than Lares allows: {what}.', todo: 'Let it repeat less often, or begin it later.' },
  'calendar.rule-too-slow': { says: 'Working out how this repeats took longer than {limit} milliseconds, so Lares stopped.', todo: 'Look again in a moment. If it stays so, let it repeat less often.' },
  'tasks.not-found': { says: 'That task is no longer there.', todo: 'It may have been removed. Look at the list again.' },
  'ics.too-big': { says: 'This file has more than {limit} MB.', todo: 'Export a shorter time from the other calendar, or several files.' },
  'ics.too-much': { says: 'This file holds more than Lares reads at once: {what}.', todo: 'Export a shorter time from the other calendar, or several files.' },
  'ics.not-a-calendar': { says: 'This is not a calendar file.', todo: 'Choose an iCalendar file (.ics). If it came from a web page, download the calendar there once more.' },
  'ics.old-format': { says: 'This is a vCalendar 1.0 file, a form from before 1998 that Lares does not read.', todo: 'Export the calendar again as iCalendar (.ics).' },
  'ics.too-slow': { says: 'Reading this file took longer than {seconds} seconds, so Lares stopped. Nothing was changed.', todo: 'Export a shorter time from the other calendar, or several files.' },
  'ics.too-heavy': { says: 'Reading this file took more memory than Lares gives to a file, so it stopped. Nothing was changed.', todo: 'Export a shorter time from the other calendar, or several files.' },
  'ics.stopped': { says: 'You stopped reading the file. Nothing was changed.', todo: 'Import it again when you like.' },
  'ics.entry': { says: 'It cannot be read: {what}.', todo: 'The rest of the file is not affected. Enter this one by hand, or mend it where it came from.' },
  'ics.gone': { says: 'This file is no longer open.', todo: 'Import it again.' },
  'ics.changed': { says: 'The calendar has changed since this file was compared with it. Nothing was imported.', todo: 'Import the file again; Lares compares it with what is there now.' },
  'ics.nothing-chosen': { says: 'None of the entries is chosen.', todo: 'Choose at least one, or close the file.' },
  'ics.nothing-to-save': { says: 'There is nothing to save.', todo: 'Choose another stretch of time, or add an event first.' },
  'chat-file.too-big': { says: 'This file has more than {limit} MB.', todo: 'Save fewer conversations at once, then import the files one after another.' },
  'chat-file.other': { says: 'This is not a file of conversations that Lares saved.', todo: 'Choose the JSON file; the Markdown one is for reading only.' },
  'chat-file.newer': { says: 'This file was saved by a newer Lares (format {found}; this one reads {known}).', todo: 'Install the newer Lares. Nothing was imported.' },
  'chat-file.broken': { says: 'This file of conversations is broken or was changed: {what}. Nothing was imported.', todo: 'Save it once more where it came from.' },
  'chat-file.too-long': { says: 'These conversations make a file of more than {limit} MB, which Lares would not read back.', todo: 'Save them one by one, or as Markdown.' },
  'chat-file.nothing': { says: 'There is no conversation to save.', todo: 'Begin one first.' },
  'ledger.empty': { says: 'Nothing has left yet, so there is no head to save.', todo: 'Save it once there is a receipt.' },
  'ledger.broken': { says: 'The chain breaks at receipt {number}, so its head proves nothing.', todo: 'A backup of the vault may hold the receipts as they were.' },
  'ledger.no-head': { says: 'That file holds no head of a ledger.', todo: 'Choose the file that “Save the head…” made.' },
  'file.unreadable': { says: 'That file cannot be read.', todo: 'Check that it is still there and that you may open it.' },
  'file.unwritable': { says: 'The file could not be saved there.', todo: 'Choose another folder, or free some space.' },
  'calendar.nothing-to-undo': { says: 'There is nothing to undo.', todo: 'Changes you make to the calendar and to your tasks can be undone here.' },
} as const satisfies Record<string, Wording>
export type English = typeof english

const wordings = translated(english, german)

export type ProblemName = keyof English
export const problemNames = Object.keys(wordings) as ProblemName[]

/** What failed, and what the sentence about it is filled with. */
export interface Problem { name: ProblemName; detail: Record<string, string | number> }

export const problem = (name: ProblemName, detail: Readonly<Record<string, string | number>> = {}): Problem => ({ name, detail: { ...detail } })

const fill = (template: string, detail: Problem['detail']): string => template.replace(/\{(\w+)\}/g, (whole, key: string) => { const value = detail[key]; return value === undefined ? whole : detailWords(key, value) })

/** The two sentences a person reads. */
export const wording = (p: Problem): Wording => ({ says: fill(wordings[p.name].says, p.detail), todo: fill(wordings[p.name].todo, p.detail) })
