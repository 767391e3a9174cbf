/** What is said about a household that was told in chat, in the language it was told in. */
import type { Words } from './words.ts'

interface MoveInWords {
  readonly livesHere: (names: string) => string
  readonly youAre: (name: string) => string
  readonly bornIn: (name: string, born: string) => string
  readonly bornAbout: (name: string, year: string) => string
  readonly devices: (names: string) => string
  readonly usual: string
  readonly address: (address: string) => string
  readonly price: (price: number) => string
  readonly tariffThere: string
  readonly known: string
  readonly home: string
  readonly electricity: string
}

export const moveInWords: Readonly<Record<Words['language'], MoveInWords>> = {
  en: {
    livesHere: (names) => `New in your household: ${names}.`,
    youAre: (name) => `“Me” means ${name}.`,
    bornIn: (name, born) => `${name}: born ${born}.`,
    bornAbout: (name, year) => `${name} was born in ${year}, or the year before: that is all an age tells.`,
    devices: (names) => `New among your devices: ${names}.`,
    usual: 'Power and length are the usual figures; Household → Devices has them to correct.',
    address: (address) => `Your address: ${address}.`,
    price: (price) => `Electricity costs ${String(price)} EUR per kWh.`,
    tariffThere: 'There is an electricity tariff already; change it under Household → Tariff.',
    known: 'That is known already.',
    home: 'Home', electricity: 'Electricity',
  },
  de: {
    livesHere: (names) => `Neu im Haushalt: ${names}.`,
    youAre: (name) => `„Ich“ meint ${name}.`,
    bornIn: (name, born) => `${name}: geboren ${born}.`,
    bornAbout: (name, year) => `${name} ist ${year} geboren, oder im Jahr davor: mehr sagt ein Alter nicht.`,
    devices: (names) => `Neu unter den Geräten: ${names}.`,
    usual: 'Leistung und Dauer sind die üblichen Zahlen; unter Haushalt → Geräte lassen sie sich ändern.',
    address: (address) => `Eure Adresse: ${address}.`,
    price: (price) => `Strom kostet ${String(price).replace('.', ',')} EUR je kWh.`,
    tariffThere: 'Einen Stromtarif gibt es schon; ändern kannst du ihn unter Haushalt → Tarif.',
    known: 'Das ist schon bekannt.',
    home: 'Zuhause', electricity: 'Strom',
  },
}
