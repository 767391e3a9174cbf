/** The clocks of zones against Temporal, on both sides of every kind of clock change and far outside the years anyone has rules for. */
import { describe, expect, it } from 'vitest'
import { zoneClock } from '../../electron/calendar/recurrence/zone-clock.ts'
import { Temporal } from '../../shared/time.ts'
import { randomFrom } from '../support/random.ts'

const HOUR = 3_600_000
const year = (y: number): number => Temporal.PlainDateTime.from({ year: y, month: 1, day: 1 }).toZonedDateTime('UTC').epochMilliseconds

/** By Temporal's “compatible”, which is the rule of RFC 5545 §3.3.5. */
const instantOf = (zone: string, wall: number): number => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
const wallOf = (zone: string, instant: number): number => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds

describe('the clock of a zone', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Tehran', 'America/St_Johns', 'Asia/Kolkata', 'UTC', '+05:30'])('%s', (zone) => {
    const clock = zoneClock(zone), random = randomFrom(33)
    if (clock === undefined) throw new Error('unknown')
    const moments = Array.from({ length: 60 }, () => year(1700) + random(900 * 366) * 24 * HOUR + random(86_400) * 1000)
    // Around the clock changes of the next years, to a quarter of an hour.
    let time = Temporal.Instant.fromEpochMilliseconds(year(2026)).toZonedDateTimeISO(zone)
    for (let n = 0; n < 4; n++) {
      const next = time.getTimeZoneTransition('next')
      if (next === null) break
      time = next
      for (let quarter = -12; quarter <= 12; quarter++) moments.push(next.epochMilliseconds + quarter * 0.25 * HOUR, next.epochMilliseconds + next.offsetNanoseconds / 1e6 + quarter * 0.25 * HOUR)
    }
    expect(moments.map(clock.toInstant)).toEqual(moments.map((wall) => instantOf(zone, wall)))
    expect(moments.map(clock.toWall)).toEqual(moments.map((instant) => wallOf(zone, instant)))
  })

  it('is not there for a zone that nobody knows', () => { for (const zone of ['Europe/Atlantis', '', 'Europe/Berlin; DROP']) expect(zoneClock(zone)).toBeUndefined() })
})
