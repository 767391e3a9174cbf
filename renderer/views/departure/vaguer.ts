/** What could leave in the place of something, by its kind: vaguer words that many households write. */

const people = ['somebody', 'a child', 'a relative']
const places = ['a place', 'a school', 'a shop']
const times = ['one evening', 'one day', 'soon']
const contacts = ['a way to reach us', 'a message']

const byKind: Readonly<Record<string, readonly string[]>> = {
  person: people,
  place: places, address: places, 'place code': places,
  time: times, date: times, 'date of birth': times, 'birth date': times,
  age: ['young', 'grown up', 'old'],
  amount: ['some money', 'a small sum', 'a large sum'],
  device: ['a machine', 'something electric'],
  phone: contacts, 'e-mail': contacts, 'e-mail address': contacts, 'web address': contacts,
}

/** Two or three suggestions; for what has no vaguer word of its own, the vaguest there are. */
export const vaguerWords = (kind: string): readonly string[] => byKind[kind] ?? ['something', 'something of ours']
