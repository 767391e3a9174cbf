/** When the house wants the icon in the tray: while the setting says so, also while the vault is locked, and not once the household is deleted. */
import { expect, it } from 'vitest'
import { openHouse, PASSPHRASE, valueOf } from '../support/house.ts'

it('the tray follows the setting, outlives a lock, and goes with the household; whether it is there is told', async () => {
  let isThere = false, canBe = true
  const house = await openHouse({}, {}, { tray: { keep: (isWanted) => { isThere = isWanted && canBe }, isThere: () => isThere } })
  const { vault, settings } = house.handlers
  const told = async (): Promise<boolean> => valueOf(await settings.hasTray(null))
  const write = async (tray: boolean): Promise<void> => { valueOf(await settings.write({ ...valueOf(await settings.read(null)), tray })) }
  try {
    expect([valueOf(await settings.read(null)).tray, isThere, await told()]).toEqual([false, false, false])
    await write(true)
    expect([isThere, await told()]).toEqual([true, true])
    valueOf(await vault.lock(null))
    expect([isThere, await told()]).toEqual([true, true])
    valueOf(await vault.unlock({ passphrase: PASSPHRASE }))
    await expect.poll(told).toBe(true)
    await write(false)
    expect([isThere, await told()]).toEqual([false, false])

    canBe = false
    await write(true)
    expect([valueOf(await settings.read(null)).tray, await told()]).toEqual([true, false])
    canBe = true
    await write(true)
    valueOf(await vault.erase({ passphrase: PASSPHRASE }))
    expect(isThere).toBe(false)
  } finally { await house.close() }
})
