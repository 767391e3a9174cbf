/** Garbage is collected when asked for, and otherwise only where there is much of it. */
import { expect, it } from 'vitest'
import { collectGarbage } from '../../electron/memory.ts'

/** Something that nothing holds once this has returned. */
const dropped = (): WeakRef<object> => new WeakRef({ secret: 'four unrelated words' })

it('what nothing holds is gone at once when it has to be', async () => {
  const ref = dropped()
  await collectGarbage(true)
  expect(ref.deref()).toBeUndefined()
})

it('a heap that has not grown by half is left alone, one that has is not', async () => {
  await collectGarbage(true)
  const ref = dropped()
  await collectGarbage()
  expect(ref.deref()).toBeDefined()
  let filling: unknown[] = []
  const before = process.memoryUsage().heapTotal
  while (process.memoryUsage().heapTotal < 1.6 * before) filling.push(Array.from({ length: 10_000 }, () => ({})))
  expect(filling.length).toBeGreaterThan(0)
  filling = []
  await new Promise((resolve) => { setImmediate(resolve) })
  await collectGarbage()
  expect(ref.deref()).toBeUndefined()
  expect(process.memoryUsage().heapTotal).toBeLessThan(1.6 * before)
})
